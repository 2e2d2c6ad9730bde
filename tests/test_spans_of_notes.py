"""The law of spans, to its end: each fact in a note leads to the words that it was read from.

Our announcements are read, taken over as they are and made into a note of every kind.
"""

from collections.abc import Iterator

import pytest

from briefing.desk import intake, prepare
from briefing.desk.desk import Desk
from briefing.model import Citation, Event, Source
from briefing.note.blocks import BriefingNote, Run, one_line, runs
from briefing.note.compose import composed
from briefing.note.kinds import SubjectKind, kinds
from briefing.note.ledger import evidence
from briefing.reader import Incoming
from tests.desk.support import make_folder, open_desk
from tests.support import our_announcements

KINDS = [name for name, kind in kinds().items() if kind.subject is SubjectKind.EVENT]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = make_folder(tmp_path_factory.mktemp("announced") / "desk")
    with open_desk(folder) as desk:
        for path in our_announcements():
            intake.bring_in(desk, Incoming(name=path.name, raw=path.read_bytes()))
        intake.accept(desk, intake.waiting(desk), checked=False)
        yield desk


def notes(desk: Desk, kind: str) -> Iterator[tuple[Event, BriefingNote, list[Citation]]]:
    for event in desk.store.all(Event):
        held = prepare.held(desk, event, kind)
        note, values = composed(event, held, home=desk.home, today=desk.today, kind=kinds()[kind])
        cited = [c for found in evidence(values) for c in found.citations]
        cited += [a.citation for q in held.questions for a in q.asked if a.citation]
        yield event, note, cited


def facts(note: BriefingNote) -> Iterator[Run]:
    blocks = (note.header, *(block for section in note.sections for block in section.blocks))
    return (run for block in blocks for run in runs(block) if run.mark)


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_leads_to_words_that_stand_at_their_place_in_the_file(
    kind: str, desk: Desk
) -> None:
    followed = 0
    for event, note, cited in notes(desk, kind):
        texts = prepare.held(desk, event, kind).texts
        held = [citation for citation in cited if citation.start is not None]
        for citation in held:
            assert texts[citation.source][citation.start : citation.end] == citation.words
        spans = {(citation.source, one_line(citation.words)) for citation in held}
        for entry in note.sources:
            if entry.source not in texts:
                source = desk.store.get(Source, entry.source)
                assert source is not None
                assert (source.is_held, bool(source.title)) == (False, True)
                continue
            line = int(entry.place.removeprefix("line ").replace(",", ""))
            rest = texts[entry.source].split("\n")[line - 1 :]
            assert entry.words in one_line(" ".join(rest))
            assert (entry.source, entry.words) in spans
            followed += 1
    assert followed > 100


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_has_a_number_or_says_that_it_has_none(kind: str, desk: Desk) -> None:
    for _, note, _ in notes(desk, kind):
        numbers = {entry.number for entry in note.sources}
        for run in facts(note):
            assert run.mark is not None
            assert set(run.mark.numbers) <= numbers
            assert run.mark.numbers or run.mark.words.startswith("[no source")


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_has_checked_says_so_and_is_listed_before_issue(kind: str, desk: Desk) -> None:
    for event, note, _ in notes(desk, kind):
        unchecked = [run for run in facts(note) if run.mark and not run.mark.checked]
        assert all("not checked" in run.mark.words for run in unchecked if run.mark)
        assert bool(unchecked) == bool(
            [f for f in prepare.facts_to_check(desk, event, kind) if f.trouble != "stale"]
        )
