"""`note`, `answer`, `write`."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.output import Item, print_json, print_listing, print_text, say
from briefing.cli.root import Common, as_json, common
from briefing.cli.sharing import Sharing, shared, tell_left_out
from briefing.cli.to_check import list_to_check, tell_to_check
from briefing.config import PAPERS
from briefing.errors import BriefingError
from briefing.text import clean
from briefing.when_words import LANGUAGES

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.desk.note_files import Made, Wanted
    from briefing.model import Event, Issue, Note
    from briefing.note.span import Span

_OUTLOOK, _REPORT = "outlook", "session report"
_ONE_AT_A_TIME = "--to-check, --issue, --changes, --issues and --again"
_NOTHING_ISSUED = "Nothing was issued yet; --issue does."


class NoEventError(BriefingError):
    """A note on an event is wanted, and the words mean a forum or some days."""

    exit_code = 2

    def __init__(self, words: str, what: str, days: str, kind: str) -> None:
        called = clean(words)
        super().__init__(
            f"{called!r} is {what} and no event; "
            f'try `briefing note "{called}{days}" --kind "{kind}"`'
        )


class OtherFormatsError(BriefingError):
    """A file of an issue is asked for in a format that it was not issued in."""

    exit_code = 2

    def __init__(self, path: Path, number: int, endings: Iterable[str]) -> None:
        told = ", ".join(endings) or "files that were forgotten since"
        super().__init__(f"{path}: No. {number} was issued as {told}")


@click.command("note")
@click.argument("subject")
@click.option("--kind", default="note", help="note, card, pack, panel brief, outlook ...")
@click.option(
    "--language", type=click.Choice(LANGUAGES), help="Of headings and all that no record says."
)
@click.option(
    "--paper",
    type=click.Choice(PAPERS, case_sensitive=False),
    help="Your own where it is not said.",
)
@click.option("--author", default="", help="A name for the properties of files; else none.")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file, in the format of its ending; may be said several times.",
)
@click.option("--issue", "does_issue", is_flag=True, help="Number and date it, and keep it so.")
@click.option("--changes", "does_compare", is_flag=True, help="Only what changed since an issue.")
@click.option("--since", type=int, metavar="NUMBER", help="With --changes: since that issue.")
@click.option("--to-check", "does_check", is_flag=True, help="List what nobody vouches for yet.")
@click.option("--issues", "does_list", is_flag=True, help="List what was issued.")
@click.option("--again", type=int, metavar="NUMBER", help="An issue's files as they went out.")
@shared
@as_json
@common
def note_command(
    given: Common,
    subject: str,
    kind: str,
    language: str | None,
    paper: str | None,
    author: str,
    outputs: tuple[Path, ...],
    does_issue: bool,
    does_compare: bool,
    since: int | None,
    does_check: bool,
    does_list: bool,
    again: int | None,
    share: Sharing,
    as_json: bool,
) -> None:
    """Write the briefing note on SUBJECT to files, or as Markdown to standard output.

    SUBJECT is an event, or for an outlook or a session report some days: "24-28 jul",
    "un-oewg last week". What is issued gets a number and is kept as it went out.
    """
    from briefing.desk import issuing, note_files

    if does_list and share.level:
        raise click.UsageError("--issues lists what you issued for yourself; it takes no --for.")
    if (does_issue, does_compare, does_check, does_list, again is not None).count(True) > 1:
        raise click.UsageError(f"{_ONE_AT_A_TIME} go one at a time.")
    if since is not None and not does_compare:
        raise click.UsageError("--since goes with --changes.")
    note_files.endings(outputs)
    with given.desk(writing=does_issue) as desk:
        wanted = note_files.Wanted(
            subject=_subject(desk, subject, kind),
            kind=kind,
            level=share.level_at(desk),
            with_contacts=share.with_contacts,
            language=language or "",
            paper=paper or "",
            author=author,
        )
        if does_list:
            _list(desk, wanted, given.how(desk, as_json))
        elif does_check:
            list_to_check(desk, wanted, given.how(desk, as_json))
        elif again is not None:
            _write_again(desk, wanted, again, outputs)
        elif does_issue:
            _issue(desk, wanted, outputs)
        elif does_compare:
            _compare(desk, wanted, since, outputs)
        else:
            _write(desk, wanted, issuing.draft(desk, wanted), outputs)


def _subject(desk: "Desk", words: str, kind: str) -> "Event | Span":
    from briefing.desk.find import NotFoundError, resolve_as
    from briefing.desk.written import kind_named
    from briefing.model import Event
    from briefing.note.kinds import SubjectKind

    of_kind = kind_named(desk, kind)
    if of_kind.subject is SubjectKind.EVENT:
        try:
            return resolve_as(desk, words, Event)
        except NotFoundError as error:
            raise _meant_otherwise(desk, words) or error from error
    from briefing.desk.spans import read_span

    return read_span(desk, words, of_kind)


def _meant_otherwise(desk: "Desk", words: str) -> NoEventError | None:
    """Return what tells how to ask for a note on the forum or on the days that are meant."""
    from briefing.desk.find import resolve_as
    from briefing.desk.spans import read_span
    from briefing.desk.written import kind_named
    from briefing.model import Forum

    with suppress(BriefingError):
        resolve_as(desk, words, Forum)
        return NoEventError(words, "a forum", " last week", _REPORT)
    with suppress(BriefingError):
        span = read_span(desk, words, kind_named(desk, _OUTLOOK))
        return NoEventError(words, "some days", "", _REPORT if span.forum else _OUTLOOK)
    return None


def _write(desk: "Desk", wanted: "Wanted", made: "Made", outputs: Sequence[Path]) -> None:
    from briefing.desk import note_files

    if outputs:
        note_files.write_files(desk, wanted, made.note, outputs)
    else:
        print_text(note_files.content(desk, wanted, made.note, ".md").decode().rstrip("\n"))
    _tell(desk, made, outputs)


def _issue(desk: "Desk", wanted: "Wanted", outputs: Sequence[Path]) -> None:
    from briefing.desk import issuing, note_files

    tell_to_check(desk, wanted)
    last = issuing.edition_of(desk, wanted).last
    issued = issuing.issue(desk, wanted, note_files.endings(outputs))
    if last and not _tells_changes(issued.made):
        say(f"Nothing has changed since No. {last.number}.")
    say(f"Issued No. {issued.issue.number} of the {wanted.kind} on {wanted.title(desk)}.")
    note_files.save_copies(issued.files, outputs)
    if not outputs:
        _copy(desk, issued.note, issued.issue)
    _tell(desk, issued.made, outputs)


def _compare(desk: "Desk", wanted: "Wanted", since: int | None, outputs: Sequence[Path]) -> None:
    from briefing.desk import issuing

    made = issuing.changes(desk, wanted, since)
    if _tells_changes(made):
        _write(desk, wanted, made, outputs)
    else:
        say("Nothing has changed since it went out.")


def _tells_changes(made: "Made") -> bool:
    from briefing.note.blocks import SectionName

    return any(section.name is SectionName.CHANGES for section in made.note.sections)


def _write_again(desk: "Desk", wanted: "Wanted", number: int, outputs: Sequence[Path]) -> None:
    from briefing.desk import issuing, note_files

    note, issue = issuing.issue_numbered(desk, wanted, number)
    by_ending = {Path(file.name).suffix: file for file in issue.files}
    for path in outputs:
        if path.suffix.casefold() not in by_ending:
            raise OtherFormatsError(path, number, by_ending)
    if not outputs:
        _copy(desk, note, issue)
        return
    kept = {
        suffix: issuing.file_of(desk, note, issue, by_ending[suffix])
        for suffix in note_files.endings(outputs)
    }
    note_files.save_copies(kept, outputs)
    for path in outputs:
        say(f"Wrote {path}")


def _copy(desk: "Desk", note: "Note", issue: "Issue") -> None:
    """Write an issue's files to the folder for notes, and print their names."""
    from briefing.desk import issuing, prepare

    for path in issuing.copies(desk, note, issue, prepare.folder_for_notes(desk)):
        print_text(str(path))


def _list(desk: "Desk", wanted: "Wanted", how: str) -> None:
    from briefing.desk import issuing

    found = issuing.issues(desk, wanted.id)
    if how == "json":
        print_json([_as_fields(desk, note, issue) for note, issue in found])
    else:
        print_listing([_item(desk, note, issue) for note, issue in found], how, _NOTHING_ISSUED)


def _as_fields(desk: "Desk", note: "Note", issue: "Issue") -> dict[str, object]:
    import msgspec

    paths = [str(path) for path in _paths(desk, note, issue)]
    own = {"note": note.id, "subject": note.subject, "kind": note.kind, "paths": paths}
    return {**own, **msgspec.to_builtins(issue)}


def _item(desk: "Desk", note: "Note", issue: "Issue") -> Item:
    from briefing.when_words import day_words

    day = day_words(issue.on, weekday=False)
    endings = " ".join(Path(file.name).suffix for file in issue.files)
    readers = desk.config.labels.get(issue.level, issue.level)
    paths = "; ".join(str(path) for path in _paths(desk, note, issue))
    facts = (
        *(("Issue", f"No. {issue.number}"), ("Kind", note.kind), ("Issued on", day)),
        *(("For", readers), ("By", issue.person), ("Language", issue.language), ("Files", paths)),
    )
    columns = (f"No. {issue.number}", day, note.kind, readers, issue.person, endings)
    return Item(record=note, columns=columns, facts=facts)


def _paths(desk: "Desk", note: "Note", issue: "Issue") -> list[Path]:
    from briefing.desk import issuing

    return [issuing.path_of(desk, note, issue, file) for file in issue.files]


def _tell(desk: "Desk", made: "Made", outputs: Sequence[Path]) -> None:
    """Tell on stderr what was written, what was left out of it, and what its template lacks."""
    from briefing.desk import note_files

    for path in outputs:
        say(f"Wrote {path}")
    tell_left_out(made.left_out)
    suffixes = {path.suffix.casefold() for path in outputs}
    for sentence in note_files.said_of(desk, made.note, suffixes):
        say(sentence)


@click.command("answer")
@click.argument("question")
@click.option("--points", help="One point a line, or parted by semicolons.")
@click.option("--short")
@click.option("--medium")
@click.option("--long")
@click.option("--if-pressed")
@click.option("--caveats")
@common
def answer_command(given: Common, /, question: str, **parts: str | None) -> None:
    """Write what we would say to QUESTION."""
    from briefing.desk import edit, find
    from briefing.model import Question

    typed = {f"answer/{part}": text for part, text in parts.items() if text is not None}
    if "answer/points" in typed:
        typed["answer/points"] = typed["answer/points"].replace(";", "\n")
    with given.desk(writing=True) as desk:
        record = find.resolve(desk, question, (Question,))
        edit.set_fields(desk, record, typed)
        say(f"Answered {find.title_of(record)}")


@click.command("write")
@click.argument("subject")
@click.argument("part")
@click.argument("text")
@click.option("--kind", default="note", help="The kind of note that it is written for.")
@common
def write_command(given: Common, subject: str, part: str, text: str, kind: str) -> None:
    """Write a PART of the note on SUBJECT yourself; as TEXT, `-` reads it.

    A part is called by its heading, or by its name. Of a note these are: bottom line, purpose,
    objectives, points, room, if asked, defensive, sensitivities, background, logistics, next
    step. Objectives and points are a line each.
    """
    from briefing.desk import prepare, spans
    from briefing.model import Event

    given_text = sys.stdin.buffer.read().decode(errors="replace") if text == "-" else text
    with given.desk(writing=True) as desk:
        about = _subject(desk, subject, kind)
        if isinstance(about, Event):
            prepare.write(desk, about, {part: given_text}, kind)
        else:
            spans.write(desk, about, {part: given_text}, kind)
        say(f"Wrote {part} of the {kind}.")


@click.command("expect")
@click.argument("event")
@click.argument("question")
@click.option(
    "--likelihood",
    type=click.Choice(("certain", "may", "defensive")),
    default="may",
    show_default=True,
    help="How likely it is; what is defensive is answered and never raised.",
)
@click.option("--new", "is_new", is_flag=True, help="Add it as a new question.")
@click.option("--no-more", "is_no_more", is_flag=True, help="Take back that it is expected.")
@common
def expect_command(
    given: Common, event: str, question: str, likelihood: str, is_new: bool, is_no_more: bool
) -> None:
    """Say that QUESTION may come up at EVENT: it stands in the note, with its answer."""
    from briefing.desk import expecting
    from briefing.desk.find import resolve_as
    from briefing.model import Event, Likelihood, Question

    if is_new and is_no_more:
        raise click.UsageError("--new and --no-more go one at a time.")
    with given.desk(writing=True) as desk:
        at, how = resolve_as(desk, event, Event), Likelihood(likelihood)
        if is_new:
            asked = expecting.expect_new(desk, at, question, how)
        elif is_no_more:
            asked = expecting.expect_no_more(desk, at, resolve_as(desk, question, Question))
        else:
            asked = expecting.expect(desk, at, resolve_as(desk, question, Question), how)
        say(f"{'No longer expected' if is_no_more else 'Expected'} at {at.title}: {asked.text}")
