"""Issuing a note: numbered, dated, its facts and files kept, and never changed again."""

import dataclasses
import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefing.arrange.links import citations
from briefing.arrange.uncontactable import uncontactable
from briefing.desk import issue_facts, note_files, prepare, written as writing
from briefing.desk.audience import UnseenError
from briefing.desk.desk import Desk
from briefing.desk.gate import LeftOut
from briefing.desk.note_files import Made, Wanted
from briefing.errors import BriefingError
from briefing.model import (
    Issue,
    IssuedFile,
    Level,
    Note,
    Record,
    new_id,
    new_key,
)
from briefing.model.levels import may_see
from briefing.note.material import Edition, LastIssue, Material
from briefing.store import ReadOnlyError, issued
from briefing.store.errors import StoreError
from briefing.store.traces import FACTS
from briefing.text import clean, count, cut_at_word, file_name


class NeverIssuedError(BriefingError):
    """There is no such issue of a note."""

    def __init__(self, title: str, number: int | None = None, level: Level | None = None) -> None:
        readers = f" for {level}" if level else ""
        what = "Nothing" if number is None else f"No. {number}"
        tense = "was issued" if number is None else "was never issued"
        super().__init__(f"{what} {tense}{readers} on “{clean(title)}”")


class NumberedTwiceError(BriefingError):
    """Two copies of a desk gave out the same number, and one of the issues is asked for."""

    def __init__(self, title: str, issues: Sequence[Issue]) -> None:
        number = issues[0].number
        super().__init__(f"No. {number} on “{clean(title)}” {clean(issued.twice(issues))}.")


class NotForThemError(BriefingError):
    """An issue is asked for those who may not see all of it."""

    def __init__(self, issue: Issue, level: Level) -> None:
        super().__init__(f"No. {issue.number} went out for {issue.level}, not for {level}")


class Issued(NamedTuple):
    """What went out."""

    note: Note
    issue: Issue
    made: Made
    files: Mapping[str, bytes]
    """Ending -> bytes."""


class Begun(NamedTuple):
    """A note that has its number and words, and is not out yet."""

    wanted: Wanted
    note: Note
    number: int
    made: Made
    writers: Mapping[str, Callable[[], bytes]]
    """Ending -> what writes such a file."""

    def write(self) -> Mapping[str, bytes]:
        """Return its files by their endings; slow, and for any thread."""
        return {suffix: write() for suffix, write in self.writers.items()}


def issue(desk: Desk, wanted: Wanted, endings: Sequence[str] = ()) -> Issued:
    """Issue a note as files of these endings, else of the usual ones: undone as one change.

    Raises what `begin`, the writers and `finish` raise.
    """
    begun = begin(desk, wanted, endings)
    return finish(desk, begun, begun.write())


def begin(desk: Desk, wanted: Wanted, endings: Sequence[str] = ()) -> Begun:
    """Compose a note under its next number; ReadOnlyError."""
    if not desk.store.is_writing:
        raise ReadOnlyError(desk.data)
    note = note_of(desk, wanted)
    number = _next_number(desk, note)
    edition = dataclasses.replace(edition_of(desk, wanted), number=number)
    made = note_files.make(desk, wanted, edition)
    by_number = _told_by_number(desk, note, wanted, number)
    made = made._replace(left_out=(*made.left_out, *by_number))
    suffixes = tuple(endings) or note_files.usual_endings()
    writers = {end: note_files.writer(desk, wanted, made.note, end) for end in suffixes}
    return Begun(wanted, note, number, made, writers)


def finish(desk: Desk, begun: Begun, files: Mapping[str, bytes]) -> Issued:
    """Keep the files of a note, and write down that it is out.

    The files are on the disk before the note names them; whatever becomes of that, the number is
    not given out again. NotSavedError where the disk refuses.
    """
    wanted, number, made = begun.wanted, begun.number, begun.made
    names = {suffix: _name(made, wanted.kind, number, suffix) for suffix in files}
    facts = issue_facts.written(begun.note, number, made)
    kept = {names[suffix]: content for suffix, content in files.items()} | {FACTS: facts}
    issued.keep(desk.data, begun.note.id, number, kept)
    new = Issue(
        key=new_key(),
        number=number,
        on=desk.today,
        person=desk.person,
        level=made.level,
        is_for_others=wanted.level is not None,
        with_contacts=wanted.with_contacts,
        language=made.note.language,
        facts=issued.digest(facts),
        files=tuple(
            IssuedFile(name=names[suffix], sha256=issued.digest(content))
            for suffix, content in files.items()
        ),
    )
    held = desk.store.get(Note, begun.note.id) or begun.note
    note = msgspec.structs.replace(held, issues=(*held.issues, new))
    with desk.change(f"Issued No. {number} of the {note.kind} on {wanted.title(desk)}") as change:
        change.put(note)
    return Issued(note, new, made, files)


def draft(desk: Desk, wanted: Wanted) -> Made:
    """Compose a note that knows what was issued before it."""
    return note_files.make(desk, wanted, edition_of(desk, wanted))


def changes(desk: Desk, wanted: Wanted, since: int | None = None) -> Made:
    """Compose a note that only tells what changed since its readers had it last.

    `since` is the number of an issue before that. NeverIssuedError, also of what went to a
    narrower circle; an error in one sentence where what was issued is no longer there.
    """
    note = note_of(desk, wanted)
    had = [pair for pair in _had_by(desk, note, wanted.level) if since in (None, pair[1].number)]
    if not had:
        raise NeverIssuedError(wanted.title(desk), since, level=wanted.level)
    edition = Edition(after=had[0][1].number, last=_last(desk, wanted, *had[0]))
    only = note_files.changes_alone(writing.kind_named(desk, wanted.kind))
    return note_files.make(desk, wanted, edition, only=only)


def edition_of(desk: Desk, wanted: Wanted) -> Edition:
    """Return what a draft comes after, with what its readers had last, if that is still there."""
    found = next(_had_by(desk, note_of(desk, wanted), wanted.level), None)
    if found is None:
        return Edition()
    note, last = found
    with suppress(StoreError):  # `verify` and `changes` tell it.
        return Edition(after=last.number, last=_last(desk, wanted, note, last))
    return Edition(after=last.number)


def _had_by(desk: Desk, note: Note, level: Level | None) -> Iterator[tuple[Note, Issue]]:
    """Yield the issues that the readers of a note could have had, the last first.

    What was issued for oneself was made of more than others see, who are told nothing by it.
    """
    given = reversed(_given(desk, note))
    return (pair for pair in given if level is None or _is_for(level, pair[1]))


def _is_for(level: Level, issue: Issue) -> bool:
    return may_see(level, issue.level) and (issue.is_for_others or level is Level.ME)


def _last(desk: Desk, wanted: Wanted, note: Note, last: Issue) -> LastIssue:
    """Return an issue with what it was made from, as one may see it; StoreError where it is not."""
    held = _as_open_now(desk, wanted, material_of(desk, note, last))
    is_seen_otherwise = wanted.level is None and last.is_for_others
    now = _now_for_readers(desk, wanted, last) if is_seen_otherwise else None
    return LastIssue(number=last.number, on=last.on, material=held, now=now)


def _now_for_readers(desk: Desk, wanted: Wanted, last: Issue) -> Material | None:
    """Return what the readers of an issue would have today; None where they would have nothing.

    For oneself all is to be seen, and what was always kept from them is no change.
    """
    theirs = dataclasses.replace(wanted, level=last.level, with_contacts=last.with_contacts)
    try:
        return note_files.make(desk, theirs).material
    except UnseenError:
        return None


# What was issued ----------------------------------------------------------------------------------


def note_of(desk: Desk, wanted: Wanted) -> Note:
    """Return what holds the issues of a note; a new one where there is none yet."""
    kind = writing.kind_named(desk, wanted.kind)
    new = Note(
        id=new_id(f"{kind.name} {wanted.title(desk)}"),
        subject=wanted.id,
        kind=kind.name,
    )
    return writing.note_on(desk, wanted.id, kind) or new


def issues(desk: Desk, subject: str) -> tuple[tuple[Note, Issue], ...]:
    """Return all that was issued on a subject, of every kind, the oldest first."""
    found = [(note, one) for note in writing.notes_on(desk, subject) for one in note.issues]
    return tuple(sorted(found, key=lambda pair: (pair[1].on, pair[0].kind, pair[1].number)))


def issue_numbered(desk: Desk, wanted: Wanted, number: int) -> tuple[Note, Issue]:
    """Return an issue of a note by its number; NeverIssuedError, NumberedTwiceError.

    NotForThemError where it went out to fewer than it is wanted for.
    """
    found = [pair for pair in _given(desk, note_of(desk, wanted)) if pair[1].number == number]
    if not found:
        raise NeverIssuedError(wanted.title(desk), number)
    if len(found) > 1:
        raise NumberedTwiceError(wanted.title(desk), [issue for _, issue in found])
    if wanted.level and not may_see(wanted.level, found[0][1].level):
        raise NotForThemError(found[0][1], wanted.level)
    return found[0]


def file_of(desk: Desk, note: Note, issue: Issue, file: IssuedFile) -> bytes:
    """Return a file as it went out; an error in one sentence where it is not that any more."""
    return issued.read(desk.data, note.id, issue.number, file.name, file.sha256)


def copies(desk: Desk, note: Note, issue: Issue, folder: Path) -> list[Path]:
    """Write copies of what went out to a folder, and return them; none takes another's place.

    An error in one sentence where a file is not what went out any more; UnwritableError.
    """
    found = []
    for file in issue.files:
        content = file_of(desk, note, issue, file)
        path = folder / file.name
        for number in itertools.count(2):
            if not path.exists():
                prepare.save(path, content)
            if path.read_bytes() == content:
                break
            path = folder / f"{Path(file.name).stem} ({number}){path.suffix}"
        found.append(path)
    return found


def path_of(desk: Desk, note: Note, issue: Issue, file: IssuedFile) -> Path:
    """Return where a file of an issue is kept, to be left as it is; see `copies`."""
    return issued.path(desk.data, note.id, issue.number, file.name)


def material_of(desk: Desk, note: Note, issue: Issue) -> Material:
    """Return what an issue was made from; a StoreError where that is not there or changed."""
    content = issued.read(desk.data, note.id, issue.number, FACTS, issue.facts)
    return issue_facts.read(content, issued.path(desk.data, note.id, issue.number, FACTS))


def _given(desk: Desk, note: Note) -> list[tuple[Note, Issue]]:
    """Return all issues of a note in their order, also where two clones began a note each."""
    held = {one.id: one for one in (note, *writing.notes_on(desk, note.subject))}
    alike = (one for one in held.values() if one.kind == note.kind)
    pairs = ((one, issue) for one in alike for issue in one.issues)
    return sorted(pairs, key=lambda pair: (pair[1].number, pair[1].on, pair[0].id))


def _as_open_now(desk: Desk, wanted: Wanted, before: Material) -> Material:
    """Return what an issue was made from, as far as the readers of a note may see that today.

    What is held no more was open to them then, and stays.
    """
    if wanted.level in (None, Level.ME):
        return before
    audience = desk.for_audience(wanted.level, keep_contacts=wanted.with_contacts)
    cited = {citation.source for record in before.records for citation in citations(record)}
    closed = {id for id in cited if desk.store.find(id) and not audience.store.find(id)}

    def seen(record: Record) -> Record | None:
        if desk.store.find(record.id) is None:
            left = _without(record, closed)
            return left if wanted.with_contacts else uncontactable(left)
        return audience.then(record)

    pairs = [(record, seen(record)) for record in before.records]
    subjects = [left.id for record, left in pairs if left and record.id == before.subject]
    return Material(
        subject=next(iter(subjects), before.subject),
        records=tuple(left for _, left in pairs if left is not None),
    )


def _without(record: Record, closed: Collection[str]) -> Record:
    """Return a record whose values rest on no source that is closed."""
    if not any(citation.source in closed for citation in citations(record)):
        return record
    evidence = {
        path: msgspec.structs.replace(
            found, citations=tuple(c for c in found.citations if c.source not in closed)
        )
        for path, found in record.evidence.items()
    }
    return msgspec.structs.replace(record, evidence=evidence)


# Numbers ------------------------------------------------------------------------------------------


def _next_number(desk: Desk, note: Note) -> int:
    """Return the number after all that were given out, also to a note that was undone."""
    given = [issue.number for _, issue in _given(desk, note)] + issued.numbers(desk.data, note.id)
    return 1 + max((0, *given, *_given_before(desk, note)))


def _told_by_number(desk: Desk, note: Note, wanted: Wanted, number: int) -> Iterator[LeftOut]:
    """Yield what the number alone tells readers who did not have all that went out before."""
    level = wanted.level
    if level is None:
        return
    had = {issue.number for _, issue in _had_by(desk, note, level)}
    if others := number - 1 - len(had):
        told = count(others, "number was", "numbers were")
        why = f"it tells that {told} given out before, which these readers did not have."
        yield LeftOut(note.id, f"No. {number}", "nothing of the number", why)


def _given_before(desk: Desk, note: Note) -> Iterator[int]:
    held = set(desk.store.ids(Note))
    for id in issued.notes(desk.data):
        if id in held:
            continue
        for number in issued.numbers(desk.data, id):
            with suppress(OSError, ValueError):
                head = issue_facts.head(issued.path(desk.data, id, number, FACTS).read_bytes())
                if (head.subject, head.kind) == (note.subject, note.kind):
                    yield number


_LONGEST_TITLE = 60
_MOST_BYTES = 140


def _name(made: Made, kind: str, number: int, suffix: str) -> str:
    called = cut_at_word(made.called, _LONGEST_TITLE)
    title = file_name(called, longest=_LONGEST_TITLE).encode()[:_MOST_BYTES]
    of_kind = file_name(kind, longest=20)
    return f"{title.decode(errors='ignore').rstrip(' .')}, {of_kind} no. {number}{suffix}"
