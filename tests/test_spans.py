"""The law of spans: every value that is read has words, and they are the printed ones.

The long form reads our announcements in every format, and follows each of them to its end.
"""

import datetime as dt
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.desk import edit, founding, intake, keeping
from briefing.desk.desk import Desk
from briefing.model import (
    RECORD_TYPES,
    Citation,
    Event,
    Evidence,
    Link,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    Stakeholder,
    Task,
)
from briefing.reader import Incoming
from briefing.when import When
from tests.desk.support import open_desk
from tests.support import (
    CHECKOUT,
    IS_LONG,
    LABELLED,
    needs_seeds,
    our_announcements,
    seeds,
    text_of,
)
from tests.wrapped import FORMATS, in_all_formats

TODAY = dt.date(2024, 1, 10)
TESTS = CHECKOUT / "tests"
UNSEEN = sorted((TESTS / "announcements").glob("unseen*/*.txt"))
STATEMENTS = sorted((TESTS / "reader" / "statements").rglob("*.txt"))
OURS = [*our_announcements(), *UNSEEN, *STATEMENTS]
LABELLED_FILES = [*seeds(), *sorted((LABELLED / "dev").glob("*.txt"))]
INVITATIONS = sorted(
    path
    for path in (TESTS / "reader" / "formats").rglob("*.*")
    if path.suffix in {".ics", ".eml", ".html", ".docx", ".pdf"}
)

# The law -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Read:
    """Which values of a record must have words, and how near to the values these are."""

    same: tuple[str, ...] = ()
    """Texts that are the cited words themselves."""
    within: tuple[str, ...] = ()
    """Texts, and items of lists, whose words stand among those cited."""
    told: tuple[str, ...] = ()
    """Values of ours for what the cited words say: days, kinds, ids of what is named."""


READ: Mapping[type[Record], Read] = {
    Event: Read(
        same=("title", "venue"),
        within=("other_titles", "organisers", "partners", "speakers", "agenda", "links"),
        told=(
            "kind", "when", "mode", "forums", "topics", "access", "pass_needed", "cancelled",
            "postponed",
        ),
    ),
    Task: Read(within=("how",), told=("due", "condition")),
    Question: Read(same=("text",), told=("topics",)),
    Position: Read(
        same=("claim",),
        within=("holder", "document", "capacity", "aligned"),
        told=("topic", "forum", "on", "paragraph", "question"),
    ),
}  # fmt: skip

EXEMPT: Mapping[str, str] = {
    "uid": "what a calendar calls the event: no fact about it, and shown nowhere",
    "kind": "a task's: told from the words that `due` or `condition` cites",
    "language": "told from all words of the record",
    "parent": "which event of the page it stands under",
    "event": "which event of the page it stands under",
    "stakeholder": "who is known by the words of the holder",
    "asked": "the question itself, which has a citation of its own",
    "answer": "its points have citations of their own",
    "what": "our words for what `due` or `condition` cites, and the event's title",
    "stance": "told from the words of the claim",
    "hedged": "told from the words of the claim",
    "negated": "told from the words of the claim",
}
"""What has no words of its own, and why."""

OUR_ROLE = "moderator"
"""A role in our own word: "moderated by Ana Berg"."""


def letters(text: str) -> str:
    """A text without spaces, marks and line breaks, so without hyphens at a line's end, nor case.

    A title that is taken out of a sentence begins with a capital.
    """
    return "".join(filter(str.isalnum, text.casefold()))


def spelled(text: str) -> set[str]:
    return {letters(word) for word in text.split()}


def citations(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from citations(getattr(value, name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from citations(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from citations(item)


def broken(desk: Desk, record: Record) -> list[str]:
    """What of a record breaks the law of its words: they stand in the kept source as they say."""
    return [
        f"{record.id}: {one}"
        for one in citations(record)
        if one.start is not None and not _is_printed(desk, one)
    ]


def _is_printed(desk: Desk, one: Citation) -> bool:
    source = desk.store.get(Source, one.source)
    assert source is not None
    text = desk.store.source_text(source.sha256)
    assert one.end is not None
    return one.words == text[one.start : one.end] != ""


def astray(desk: Desk, proposal: Proposal) -> list[str]:
    """What of a proposal breaks the law of spans."""
    found = broken(desk, proposal)
    found += [f"{proposal.id}: from another source" for one in citations(proposal.draft.evidence)
              if one.source != proposal.source]  # fmt: skip
    found += [
        f"{proposal.draft.id} {path}: no words"
        for path, evidence in proposal.draft.evidence.items()
        if not evidence.citations and evidence.rule != "when.none"
    ]
    if proposal.changes is None:
        found += _unfounded(proposal.draft)
    return found


def _unfounded(draft: Record) -> Iterator[str]:
    read = READ[type(draft)]
    for path in (*read.same, *read.within, *read.told):
        value = getattr(draft, path)
        items = value if isinstance(value, tuple) else (value,)
        for item in items:
            if item in (None, "", False) or _is_default(draft, path, value):
                continue
            at = f"{path}/{getattr(item, 'key', item)}" if isinstance(value, tuple) else path
            evidence = draft.evidence.get(at)
            if evidence is None:
                yield f"{draft.id} {at}: nothing it rests on"
            elif not _fits(draft, path, at, item, evidence):
                yield f"{draft.id} {at}: {item!r} is not {words(evidence)!r}"


def _is_default(draft: Record, path: str, value: object) -> bool:
    """Whether nothing is said of a field: an event's kind is "event" then."""
    defaults = draft.__struct_defaults__
    names = draft.__struct_fields__[-len(defaults) :]
    return path in names and defaults[names.index(path)] == value


def _fits(draft: Record, path: str, at: str, item: object, evidence: Evidence) -> bool:
    read = READ[type(draft)]
    if isinstance(item, When):
        return spelled(item.written) <= spelled(words(evidence)) or evidence.rule == "when.none"
    if path in read.told:
        return True
    if path in read.same:
        return letters(str(item)) == letters(words(evidence))
    if isinstance(item, msgspec.Struct):
        return all(_has_part(draft, at, part, value) for part, value in _texts(item))
    return letters(str(item)) in letters(words(evidence))


def _texts(item: msgspec.Struct) -> Iterator[tuple[str, str]]:
    skipped = {"key", "stakeholder", "language", *({"address"} if isinstance(item, Link) else ())}
    for name in item.__struct_fields__:
        value = getattr(item, name)
        if isinstance(value, str) and name not in skipped:
            yield name, value


def _has_part(draft: Record, at: str, part: str, text: str) -> bool:
    if part == "role" and text == OUR_ROLE:
        return True
    resting = (draft.evidence.get(f"{at}/{part}"), draft.evidence[at])
    return any(one is not None and letters(text) in letters(words(one)) for one in resting)


def words(evidence: Evidence) -> str:
    return " ".join(one.words for one in evidence.citations)


def held(desk: Desk) -> list[Record]:
    return [record for kind in RECORD_TYPES for record in desk.store.all(kind)]


def all_astray(desk: Desk, proposals: tuple[Proposal, ...]) -> list[str]:
    return [one for proposal in proposals for one in astray(desk, proposal)]


# Documents ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk into which documents are brought, and out of which they are taken again."""
    with made(tmp_path_factory.mktemp("spans") / "desk") as opened:
        yield opened


def made(folder: Path) -> Desk:
    founding.make_workspace(folder, None)
    return open_desk(folder, today=TODAY)


def law_of(desk: Desk, incoming: Incoming) -> list[str]:
    """What breaks the law in a document that is brought in, and then taken out again."""
    arrival = intake.bring_in(desk, incoming)
    proposals = (desk.store.get(Proposal, one.id) for one in arrival.proposals)
    found = all_astray(desk, tuple(one for one in proposals if one is not None))
    desk.undo()
    return [f"{incoming.name}: {one}" for one in found]


def name_of(path: Path) -> str:
    return path.stem


def test_every_field_of_a_draft_is_read_or_exempt_for_a_reason() -> None:
    fields = {
        (kind, name)
        for kind in READ
        for name in kind.__struct_fields__
        if name not in Record.__struct_fields__
    }
    known = {(kind, name) for kind, r in READ.items() for name in (*r.same, *r.within, *r.told)}

    left = {name for kind, name in fields - known} - EXEMPT.keys()

    assert left == {"expected", "state", "who"}, "what only a person fills"


def documents_of(path: Path) -> list[Incoming]:
    """An announcement in our formats; in short in some, of each announcement others."""
    documents = list(in_all_formats(text_of(path)))
    first = zlib.crc32(path.name.encode()) % len(documents)
    most = len(documents) if IS_LONG else 1 if path in UNSEEN else 2
    return (documents[first:] + documents[:first])[:most]


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_every_value_has_the_printed_words_in_every_format(path: Path, desk: Desk) -> None:
    found = [one for document in documents_of(path) for one in law_of(desk, document)]

    assert [] == found


@needs_seeds
@pytest.mark.parametrize("path", LABELLED_FILES, ids=name_of)
def test_every_value_of_a_real_announcement_has_the_printed_words(path: Path, desk: Desk) -> None:
    found = [one for document in documents_of(path) for one in law_of(desk, document)]

    assert [] == found


@pytest.mark.parametrize("path", INVITATIONS, ids=lambda path: path.name)
def test_every_value_of_an_invitation_has_the_printed_words(path: Path, desk: Desk) -> None:
    found = law_of(desk, Incoming(name=path.name, raw=path.read_bytes()))

    assert [] == found


ANNOUNCEMENTS = [text_of(path) for path in OURS]
LINES = sorted({line for text in ANNOUNCEMENTS for line in text.split("\n")})


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Announcements cut, put together and mixed with lines of others."""
    parts = draw(st.lists(st.sampled_from(ANNOUNCEMENTS), min_size=1, max_size=2))
    lines = "\n\n".join(parts).split("\n")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(("cut", "put", "swap", "join")))
        other = draw(st.sampled_from(LINES)) if kind in ("put", "swap") else ""
        match kind:
            case "cut":
                lines[at : at + draw(st.integers(1, 8))] = [""]
            case "put":
                lines.insert(at, other)
            case "swap":
                lines[at] = other
            case "join":
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
    first = draw(st.integers(0, 200))
    return "\n".join(lines)[first:]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(text=mutated(), name=st.sampled_from(sorted(FORMATS)))
def test_every_value_of_a_mutated_announcement_has_the_printed_words(
    text: str, name: str, desk: Desk
) -> None:
    document = Incoming(name=name, raw=FORMATS[name](f"Net day\n{text}"))

    assert [] == law_of(desk, document)


# Afterwards --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", OURS if IS_LONG else OURS[::12], ids=name_of)
def test_the_words_stay_through_all_that_becomes_of_them(path: Path, tmp_path: Path) -> None:
    text = text_of(path)
    document = Incoming(name=path.name, raw=text.encode())
    with made(tmp_path / "desk") as desk:
        arrival = intake.bring_in(desk, document)
        named = next(word for word in text.split() if word.isalpha())
        state = desk.store.get(Stakeholder, "norway")
        assert state is not None
        edit.set_fields(desk, state, {"aliases": f"{named}; Kingdom of Norway"})
        anew = Incoming(name="anew.txt", raw=f"{text}\n".encode())
        assert [] == law_of(desk, anew)

        intake.accept(desk, arrival.proposals, checked=True)
        assert [] == [one for record in held(desk) for one in broken(desk, record)]
        assert [] == law_of(desk, anew)
        kept = keeping.back_up(desk)

    with open_desk(tmp_path / "desk", today=TODAY) as desk:
        assert [] == [one for record in held(desk) for one in broken(desk, record)]
        assert [] == law_of(desk, anew)
        desk.undo()
        keeping.go_back(desk, keeping.read_backup(desk, kept))
        assert [] == [one for record in held(desk) for one in broken(desk, record)]
