from hypothesis import given, strategies as st

from briefing.reader.lines import lines_of, sentences, unwrap


def sentences_of(text: str) -> list[str]:
    return [span.words(text) for span in sentences(text, lines_of(text))]


def test_lines_know_their_place_their_mark_and_the_gap_above() -> None:
    text = "Title\n\n\n  • first point\n2) second"

    lines = lines_of(text)

    told = [(line.body, line.mark, line.gap) for line in lines]
    assert [("Title", "", 0), ("first point", "• ", 2), ("second", "2) ", 0)] == told
    assert ["Title", "first point", "second"] == [line.content.words(text) for line in lines]


def test_a_day_at_the_head_of_a_line_is_no_number() -> None:
    (line,) = lines_of("3. mai 2023")

    assert "" == line.mark


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Ms. Holt met H.E. Mr. Aas at 9 a.m. (CET). They spoke."

    assert ["Ms. Holt met H.E. Mr. Aas at 9 a.m. (CET).", "They spoke."] == sentences_of(text)


def test_lines_broken_at_a_width_flow_on() -> None:
    text = (
        "The Institute of Nets has the pleasure to invite you to a\n"
        "breakfast briefing on knots, which will take place in the\n"
        "Net House at the harbour. Coffee is served from eight, and\n"
        "Ms. Holt will speak.\n\n"
        "Kind regards,\nNils"
    )

    flowing = unwrap(text)

    assert 3 == len(lines_of(flowing))
    assert flowing.endswith("Kind regards,\nNils")


def test_a_list_with_one_name_to_a_line_is_left_as_it_is() -> None:
    text = (
        "Ana Berg, Director, Harbour Centre\nJon Aas, Fellow, Rift Institute for Digital Policy\n"
        "Leila Noor, Envoy, Ministry of Nets\nTom Rask, Analyst"
    )

    assert text == unwrap(text)


@given(st.text(alphabet="ab .\n-•"))
def test_unwrapping_moves_nothing(text: str) -> None:
    flowing = unwrap(text)

    assert text.replace("\n", " ") == flowing.replace("\n", " ")
