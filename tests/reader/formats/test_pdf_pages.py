import itertools

import pytest
from hypothesis import given, settings, strategies as st

from briefing.reader.formats import pdf
from briefing.reader.reading import Reading
from tests.reader.formats.pdfs import Drawn, Link, column, drawing, page, pdf as made

LEFT = """\
Boats that carry no lamp are hard to
see from the pier and from each other.
The harbour board asks all owners to
say by the end of spring what lamps
they have and how bright these are.

A form lies in the pilot house and at
both of the ferry landings."""

RIGHT = """\
The board will meet in the net loft on
the first day of June at ten o'clock in
the morning. Owners who can not be
there may send a letter, which is then
read out. Coffee is served from nine.

After the meeting there is a walk to
the new lamp on the outer mole."""


def flowing(text: str) -> str:
    """Return a text with each of its blocks on one line."""
    return "\n\n".join(" ".join(block.split("\n")) for block in text.split("\n\n"))


def read(*pages: str, links: tuple[Link, ...] = ()) -> Reading:
    return pdf.read(made(*pages, links=links), "harbour.pdf")


@pytest.mark.parametrize("shift", [0, 5], ids=["lines beside each other", "lines apart"])
@pytest.mark.parametrize("by_line", [False, True], ids=["column by column", "line by line"])
def test_columns_are_read_one_behind_the_other(*, shift: float, by_line: bool) -> None:
    drawn = column(50, 700, LEFT) + column(320, 700 - shift, RIGHT)
    if by_line:
        drawn.sort(key=lambda one: (-one.base, one.left))

    reading = read(drawing(drawn))

    assert flowing(f"{LEFT}\n\n{RIGHT}") == reading.text


def test_three_columns_are_read_one_behind_the_other() -> None:
    texts = [f"{LEFT}\n\n{n}" for n in "abc"]
    drawn = [one for n, text in enumerate(texts) for one in column(15 + 220 * n, 700, text)]

    reading = read(drawing(sorted(drawn, key=lambda one: (-one.base, one.left))))

    assert flowing("\n\n".join(texts)) == reading.text


def test_what_goes_across_stands_above_and_below_its_columns() -> None:
    wide = "The harbour board writes to the owners of all boats that lie here in winter, and to"
    drawn = [
        Drawn(50, 780, "Lamps in the harbour", 20),
        *column(50, 750, f"{wide}\nall that look after them."),
        *column(50, 690, LEFT),
        *column(320, 690, RIGHT),
        *column(50, 540, f"{wide}\nthose who lend them."),
    ]

    reading = read(drawing(drawn))

    assert (
        f"Lamps in the harbour\n\n{wide}\nall that look after them.\n\n"
        f"{flowing(LEFT)}\n\n{flowing(RIGHT)}\n\n{wide}\nthose who lend them."
    ) == reading.text


def test_a_programme_with_times_beside_is_read_row_by_row() -> None:
    rows = [
        ("10:00", "Opening by the master of the harbour"),
        ("10:15", "Lamps of old, and what became of them"),
        ("11:00", "Coffee"),
        ("11:20", "A walk to the outer mole"),
        ("12:00", "End"),
    ]
    drawn = [
        Drawn(left, 700 - 20 * at, words)
        for at, row in enumerate(rows)
        for left, words in zip((50, 150), row, strict=True)
    ]

    reading = read(drawing(drawn))

    assert "\n".join(f"{time} | {what}" for time, what in rows) == reading.text


def test_a_cell_of_several_lines_stays_with_its_row() -> None:
    drawn = [
        Drawn(50, 700, "10:00"), Drawn(150, 700, "Opening by the master"),
        Drawn(150, 686, "of the harbour"), Drawn(400, 700, "Pilot house"),
        Drawn(50, 660, "10:15"), Drawn(150, 660, "Lamps of old"), Drawn(400, 660, "Net loft"),
    ]  # fmt: skip

    reading = read(drawing(drawn))

    assert (
        "10:00 | Opening by the master of the harbour | Pilot house\n\n"
        "10:15 | Lamps of old | Net loft"
    ) == reading.text


@pytest.mark.parametrize(
    ("mark", "expected"), [("\x95", "• A lamp"), ("2.", "2. A lamp"), ("When:", "When: A lamp")]
)
def test_a_mark_or_label_stays_with_what_stands_behind_its_tab(mark: str, expected: str) -> None:
    written = made(
        drawing([Drawn(50, 700, mark), Drawn(100, 700, "A lamp")]).replace("\x95", "\\225")
    )

    assert expected == pdf.read(written, "harbour.pdf").text


def test_blank_lines_stand_between_blocks() -> None:
    drawn = [
        Drawn(50, 700, "Lamps", 18),
        *column(50, 680, "One line of it\nand one more."),
        *column(50, 645, "Another block."),
    ]

    assert "Lamps\n\nOne line of it\nand one more.\n\nAnother block." == read(drawing(drawn)).text


def test_words_put_on_the_page_one_by_one_are_one_line() -> None:
    kerned = page("/F1 12 Tf 50 700 Td [(Ha) 20 (r) -10 (bour) -300 (lamps)] TJ ( shine) Tj")
    apart = drawing([Drawn(50, 700, "Harbour"), Drawn(98, 700, "lamps"), Drawn(131, 700, "shine")])

    assert ["Harbour lamps shine"] * 2 == [read(kerned).text, read(apart).text]


def test_letters_in_fonts_and_forms_of_all_sorts_are_read() -> None:
    turned = page("/F1 12 Tf 0 1 -1 0 300 50 Tm (Turned page) Tj 0 1 -1 0 314 50 Tm (of two) Tj")
    typed = page("/F2 9 Tf 14 TL 50 700 Td (one) Tj (two) ' 0 0 (three) \" 50 -30 TD (four) Tj")
    scaled = "q .5 0 0 .5 0 0 cm " + page("/F1 24 Tf 100 1400 Td (small) Tj") + " Q"

    assert "Turned page\nof two" == read(turned).text
    assert "one\ntwo\nthree\n\nfour" == read(typed).text
    assert "small" == read(scaled).text


def test_words_off_every_page_are_passed_over() -> None:
    far = "1" + "0" * 30
    grown = f"q {f'{far} 0 0 {far} 0 0 cm ' * 12}" + page("/F1 9 Tf 5 5 Td (far) Tj") + " Q "

    drawn = grown + page("/F1 9 Tf 1 0 0 1 5 5 Tm (x) Tj")

    assert "x" == read(drawn).text


def test_a_word_that_a_line_end_broke_is_whole_where_the_text_tells_how() -> None:
    lines = (
        "The inter-\nnational day is cross-\nborder, well-\nmeant, international\nand cross-border."
    )

    reading = read(drawing(column(50, 700, lines)))

    assert (
        "The international day is cross-border, well-\nmeant, international\nand cross-border."
    ) == reading.text


def test_a_link_stands_on_the_words_at_its_place() -> None:
    line = "Owners register here or write to the board at once"
    links = (
        Link(146, 698, 170, 711, "https://harbour.example/register"),
        Link(194, 698, 266, 711, "mailto:board@harbour.example"),
        Link(400, 100, 420, 110, "https://harbour.example/nowhere"),
    )

    reading = read(page(f"/F2 10 Tf 50 700 Td ({line}) Tj"), links=links)

    assert line == reading.text
    assert [
        ("here", "https://harbour.example/register"),
        ("write to the", "mailto:board@harbour.example"),
    ] == [(reading.text[a.start : a.end], a.address) for a in reading.anchors]
    assert ["it has 1 link whose words can't be told; open it to follow it"] == [
        problem.message for problem in reading.problems
    ]


def test_headers_and_numbers_are_dropped_from_pages_with_columns_too() -> None:
    pages = [
        drawing(
            [
                Drawn(50, 800, "Harbour board"),
                *column(50, 700, f"Sheet {chr(97 + n)}.\n\n{LEFT}\n\nEnd of {chr(97 + n)}."),
                *column(320, 700, RIGHT),
                Drawn(50, 40, f"{n + 7}"),
            ]
        )
        for n in range(3)
    ]

    reading = read(*pages)

    texts = [flowing(f"Sheet {n}.\n\n{LEFT}\n\nEnd of {n}.\n\n{RIGHT}") for n in "abc"]
    assert "\n\n".join(["Harbour board", *texts]) == reading.text


def test_a_long_report_is_read_to_its_end() -> None:
    words = itertools.cycle(["the", "board", "asks", "that", "all", "lamps", "be", "lit", "before"])
    lines = [
        f"({at}) -300" + " ".join(f"({word}) -250" for word in itertools.islice(words, 14))
        for at in range(45 * 60)
    ]
    pages = [
        page(
            "".join(
                f"/F1 11 Tf 1 0 0 1 72 {780 - 15 * at} Tm [{line}] TJ\n"
                for at, line in enumerate(lines[first : first + 45])
            )
        )
        for first in range(0, len(lines), 45)
    ]

    reading = pdf.read(made(*pages, is_packed=True), "long.pdf")

    told = {int(word) for word in reading.text.split() if word.isdigit()}
    assert ((), set(range(45 * 60))) == (reading.problems, told)


_SHOWN = st.tuples(
    st.floats(-50, 650), st.floats(-50, 900), st.text("ab -\n", min_size=1, max_size=8),
    st.sampled_from([0, 1, 8, 11, 30]),
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(_SHOWN, max_size=40))
def test_no_word_is_lost_wherever_it_stands(shown: list[tuple[float, float, str, int]]) -> None:
    drawn = [Drawn(round(x, 1), round(y, 1), w.replace("\n", ""), s) for x, y, w, s in shown]

    text = read(drawing(drawn)).text

    unlike = {*"".join(one.words for one in drawn)} - {*" -"}
    assert unlike == {*text} & {*"ab"}
