"""What a person writes in notes, kind by kind: its text, the questions picked, what goes behind."""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from briefing.desk.desk import Desk
from briefing.desk.reading import Reading
from briefing.errors import BriefingError
from briefing.model import Note, Question, WrittenPart, new_id
from briefing.note.blocks import SectionName
from briefing.note.kinds import Kind, kinds as kinds_of_the_program
from briefing.note.own_kinds import own_kinds
from briefing.note.words import Words
from briefing.note.written import FIELDS, writable
from briefing.text import clean, clean_block, nearest
from briefing.when_words import LANGUAGES

_LANGUAGES = tuple(map(Words, LANGUAGES))


class UnknownKindError(BriefingError):
    """There is no such kind of note."""

    exit_code = 2

    def __init__(self, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        hint = nearest(name, names) or f"; there are {', '.join(names)}"
        super().__init__(f"{clean(name)!r} is no kind of note{hint}")


class UnwrittenPartError(BriefingError):
    """A kind of note has no such part in which a person writes."""

    def __init__(self, name: str, kind: Kind) -> None:
        known = [part.value for part in writable(kind)]
        hint = nearest(name, known) or f"; it has {', '.join(known)}"
        super().__init__(f"a {kind.name} has no part {clean(name)!r} to write in{hint}")


class OtherQuestionsError(BriefingError):
    """A question is picked for a note that is not held."""

    def __init__(self, id: str) -> None:
        super().__init__(f"there is no question {clean(id)!r} to tell in the note")


# Kinds ------------------------------------------------------------------------------------------


def kinds(desk: Reading) -> Mapping[str, Kind]:
    """Return the kinds of notes by name: the program's, then the workspace's own."""
    return {**kinds_of_the_program(), **own_kinds(desk.config)[0]}


def kind_named(desk: Reading, name: str) -> Kind:
    """Return a kind of note by its name; UnknownKindError with the nearest one."""
    known = kinds(desk)
    if name not in known:
        raise UnknownKindError(name, known)
    return known[name]


# What is written --------------------------------------------------------------------------------


def notes_on(desk: Reading, subject: str) -> tuple[Note, ...]:
    """Return what a person wrote on a subject, for every kind of note."""
    named_by = sorted(desk.links.named_by(subject))
    notes = (desk.store.get(Note, id) for id in named_by)
    return tuple(note for note in notes if note is not None and note.subject == subject)


def note_on(desk: Reading, subject: str, kind: Kind) -> Note | None:
    """Return what a person wrote on a subject for a kind of note."""
    notes = notes_on(desk, subject)
    return next((note for note in notes if note.kind == kind.name), None)


def alike(desk: Reading, subject: str, kind: Kind) -> tuple[Note, ...]:
    """Return what a person wrote for the kinds that a kind reads as, the nearest first."""
    by_kind = {note.kind: note for note in notes_on(desk, subject)}
    known, names = kinds(desk), [kind.name]
    while names[-1] in known and (like := known[names[-1]].as_in) not in ("", *names):
        names.append(like)
    return tuple(by_kind[name] for name in names[1:] if name in by_kind)


# Writing ----------------------------------------------------------------------------------------


def write(desk: Desk, subject: str, title: str, parts: Mapping[str, str], kind: Kind) -> Note:
    """Write parts of a note: part, or field of Note -> text, a list's items parted by lines.

    Raises a BriefingError that names a part which there is not.
    """
    names = " and ".join(f"“{_meant(name, kind)}”" for name in parts)
    note = with_parts(desk, subject, title, parts, kind)
    return _put(desk, note, f"Wrote {names} of the {kind.name} on {title}")


def with_parts(desk: Desk, subject: str, title: str, parts: Mapping[str, str], kind: Kind) -> Note:
    """Return what `write` would put into the desk."""
    from briefing.desk import edit  # Reading dates takes a while to be made ready.

    note = _note(desk, subject, title, kind)
    typed = {_field(_meant(name, kind)): text for name, text in parts.items()}
    apart = {name: text for name, text in typed.items() if isinstance(name, SectionName)}
    note = edit.with_typed(desk, note, {n: t for n, t in typed.items() if n not in apart})
    for name, text in apart.items():
        note = _with_part(note, name, text)
    return note


def pick_questions(
    desk: Desk, subject: str, title: str, questions: Sequence[str], kind: Kind
) -> Note:
    """Tell these questions alone, by their ids, in this order; all that belong to it where none.

    OtherQuestionsError where there is no such question.
    """
    for id in questions:
        if desk.store.get(Question, id) is None:
            raise OtherQuestionsError(id)
    picked = tuple(dict.fromkeys(questions))
    note = msgspec.structs.replace(_note(desk, subject, title, kind), questions=picked)
    return _put(desk, note, f"Picked the questions of the {kind.name} on {title}")


def set_language(desk: Desk, subject: str, title: str, language: str, kind: Kind) -> Note:
    """Have a note in another language of `when_words.LANGUAGES`."""
    note = msgspec.structs.replace(_note(desk, subject, title, kind), language=language)
    return _put(desk, note, f"Set the language of the {kind.name} on {title}")


def move(
    desk: Desk, subject: str, title: str, part: SectionName, kind: Kind, *, to_annex: bool
) -> Note:
    """Move a part behind the note proper, or back to where its kind has it."""
    note = _note(desk, subject, title, kind)
    others = tuple(name for name in note.annex if name != part)
    annex = (*others, part.value) if to_annex else others
    where = "behind" if to_annex else "back into"
    said = f"Moved “{part}” {where} the {kind.name} on {title}"
    return _put(desk, msgspec.structs.replace(note, annex=annex), said)


def _note(desk: Desk, subject: str, title: str, kind: Kind) -> Note:
    new = Note(id=new_id(f"{kind.name} {title}"), subject=subject, kind=kind.name)
    return note_on(desk, subject, kind) or new


def _meant(name: str, kind: Kind) -> SectionName:
    """Return the part that is named, as it is called or as its heading reads in any language."""
    meant = re.sub(r"[\s_-]+", " ", name).strip().casefold()
    for part in writable(kind):
        if meant == part or any(meant == w.term(part).casefold() for w in _LANGUAGES):
            return part
    raise UnwrittenPartError(name, kind)


def _field(part: SectionName) -> str:
    """Return the field of Note that a part is written in, else the part."""
    return FIELDS.get(part, part)


def _with_part(note: Note, part: SectionName, text: str) -> Note:
    others = tuple(other for other in note.parts if other.key != part)
    told = clean_block(text).strip()
    own = (WrittenPart(key=part.value, text=told),) if told else ()
    return msgspec.structs.replace(note, parts=(*others, *own))


def _put(desk: Desk, note: Note, said: str) -> Note:
    with desk.change(said) as change:
        change.put(note)
    return note
