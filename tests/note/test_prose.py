import pytest

from briefing.note.blocks import Bullets, Item, Paragraph, Run
from briefing.note.prose import bullets, first_sentence, prose, sentences


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=(Run(text=text),)) for text in texts)


def test_a_line_is_a_paragraph_and_blank_lines_say_no_more() -> None:
    assert paragraphs("Win two co-sponsors", "Keep the text", "Three") == prose(
        "Win two co-sponsors\nKeep the text\n \n\nThree\n"
    )


def test_lines_that_an_editor_wrapped_are_one_paragraph() -> None:
    wrapped = (
        "Repair ships wait for days at the edge of waters whose coast state has\n"
        "no office that may let them in; a list of offices would cost nothing and\n"
        "could stand in the annex."
    )

    assert paragraphs(wrapped.replace("\n", " ")) == prose(wrapped)


def test_long_sentences_a_line_each_stay_lines() -> None:
    written = (
        "Repair ships wait for days at the edge of waters that they may not enter.",
        "A list of offices would cost nothing.",
    )

    assert paragraphs(*written) == prose("\n".join(written))


def test_lines_that_all_begin_with_a_dash_are_a_list() -> None:
    items = (Item(text=(Run(text="one"),)), Item(text=(Run(text="two - three"),)))

    assert (Bullets(items=items),) == prose("- one\n- two - three")


def test_lines_with_a_dash_are_a_list_between_others() -> None:
    items = (Item(text=(Run(text="two"),)), Item(text=(Run(text="three"),)))

    assert (*paragraphs("one"), Bullets(items=items), *paragraphs("four - five")) == prose(
        "one\n- two\n- three\nfour - five"
    )


def test_nothing_written_is_no_block() -> None:
    assert prose(" \n\n ") == ()
    assert prose("- \n-  ") == ()
    assert bullets(("", " ")) == ()


@pytest.mark.parametrize(
    ("text", "number", "first"),
    [
        ("", 0, ""),
        ("One. Two! Three? Four", 4, "One."),
        ("Møtet 24. juli kl. 15.00 handler om kabler. Vi lytter.", 2, None),
        ("La séance du 24 juil. 2023 porte sur l’art. 5. On écoute.", 2, None),
        ("Qui paie\xa0? «\xa0Nous.\xa0»", 2, "Qui paie\xa0?"),
        ("¿Quién paga? Él.", 2, "¿Quién paga?"),
        ("Wait…", 1, "Wait…"),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, number: int, first: str | None) -> None:
    assert number == sentences(text)
    assert first_sentence(text) == (text.rsplit(". ", 1)[0] + "." if first is None else first)
