import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.model import Citation, Event, Proposal, Question, SourceKind
from briefing.reader import Incoming, Known, Name, Proposed, read

TODAY = dt.date(2024, 1, 10)

FRAGMENTS = (
    "12 May 2023", "5-9 June 2023", "31 - 02 Feb, 2024", "Online", "Hybrid (Geneva and Online)",
    "10:00 AM - 11:30 AM CET", "Date: Monday 24 July", "Time: 0745-0930", "Venue: UNHQ, Room 4",
    "Registration: Please register here by 3 May.", "Seminar on Norms and Nets",
    "Webinar: Who decides?", "What should states do? Who pays?", "Speakers: Ana Berg (ORG) and",
    "• Jon Aas, Director, Harbour Centre", "Norland believes that nets are shared.", "Agenda",
    "09:00 Welcome", "10:00-11:00 Keynote: Ana Berg, Director", "Also of interest", "\u202e",
    "\x00",
    "[red]", "\x1b[31m", "?", "¿", "“", "”", "|", "- ", "(", ")", "\n", "\n\n", "\r\n", " ", "\t",
    "The Institute of Nets invites you to", "From: a@b.example", "Subject: Hello",
    "© Net House 2022",
    "13-17\nDecember2021", "organised by the Ministry of Nets and", "OEWG", "All times are BST.",
)  # fmt: skip

pages = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=40).map(
    "\n".join
)


slowly = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)

KNOWN = Known(
    names=(
        Name(id="un-oewg", name="UN OEWG", aliases=("OEWG",), is_forum=True, is_policy_forum=True),
        Name(id="norland", name="Norland"),
    )
)


def read_text(text: str) -> Proposed:
    return read(Incoming(name="page.txt", raw=text.encode()), KNOWN, TODAY)


def citations(proposal: Proposal) -> Iterator[Citation]:
    for evidence in proposal.draft.evidence.values():
        yield from evidence.citations
    if isinstance(proposal.draft, Question):
        yield from (asked.citation for asked in proposal.draft.asked if asked.citation)
        for point in proposal.draft.answer.points:
            yield from point.citations


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_error(raw: bytes) -> None:
    proposed = read(Incoming(name="x", raw=raw), Known(), TODAY)

    assert proposed.source.sha256


@slowly
@given(pages)
def test_every_citation_quotes_the_kept_text_word_for_word(text: str) -> None:
    proposed = read_text(text)

    for proposal in proposed.proposals:
        assert 0 <= proposal.start <= proposal.end <= len(proposed.text)
        for citation in citations(proposal):
            assert citation.source == proposed.source.id
            assert citation.words == proposed.text[citation.start : citation.end] != ""


@slowly
@given(pages)
def test_the_same_bytes_give_the_same_ids_none_of_them_twice(text: str) -> None:
    once, again = read_text(text), read_text(text)

    ids = [id_ for p in once.proposals for id_ in (p.id, p.draft.id)]
    assert once == again
    assert len(ids) == len(set(ids))


@slowly
@given(pages)
def test_what_hangs_on_an_event_names_a_proposal_of_the_same_page(text: str) -> None:
    proposed = read_text(text)

    ids = {p.id for p in proposed.proposals}
    events = {p.draft.id for p in proposed.proposals if isinstance(p.draft, Event)}
    assert {p.under for p in proposed.proposals} <= {None, *ids}
    parents = {p.draft.parent for p in proposed.proposals if isinstance(p.draft, Event)}
    assert parents <= {None, *events}


def test_a_page_with_an_event_is_an_announcement_and_any_other_a_report() -> None:
    event = read_text("Net Talk\n\n12 May 2023\n\nOnline\n\nJoin us for a webinar.")
    essay = read_text("Nets hold. They are made of knots, and every knot was tied by somebody.")

    kinds = (event.source.kind, essay.source.kind)

    assert (SourceKind.ANNOUNCEMENT, SourceKind.REPORT) == kinds


def test_bytes_in_a_wrong_encoding_are_read_and_told_of() -> None:
    raw = "Seminar på Voksenåsen\n\n12 May 2023\n\nOslo, Norway\n\nJoin us.".encode("cp1252")

    proposed = read(Incoming(name="old.txt", raw=raw), Known(), TODAY)

    assert "Voksenåsen" in proposed.text
    assert [
        "old.txt:1: the text is not UTF-8; it was read as Windows-1252, so look at its accents"
    ] == [str(problem) for problem in proposed.problems]


@pytest.mark.parametrize(
    "hostile",
    ["a" * 200_000, "Abc " * 20_000, "1-1-" * 20_000, "(" * 50_000, "\x00" * 50_000, "?" * 50_000],
    ids=["letters", "capitals", "figures", "brackets", "nul", "questions"],
)
def test_a_very_long_line_is_read(hostile: str) -> None:
    proposed = read_text(f"Net Talk\n\n12 May 2023\n\nJoin us.\n\n{hostile}")

    titles = [p.draft.title for p in proposed.proposals if isinstance(p.draft, Event)]
    assert ["Net Talk"] == titles
