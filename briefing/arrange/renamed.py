"""Records that name others by the ids under which those may be seen, or not at all."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias, cast

import msgspec

from briefing.arrange.links import NAMED_IN
from briefing.model import Asked, Expected, Membership, Note, Part, R, Record, Source

IdOf: TypeAlias = Callable[[str], str | None]
"""The id under which a record is named; None where it is not."""


def with_ids(record: R, id_of: IdOf) -> R | None:
    """Return a record that names only what may be seen; None where it is nothing without more."""
    fields = {**NAMED_IN[type(record)], **_FURTHER.get(type(record), {})}
    values = {name: _named(getattr(record, name), part, id_of) for name, part in fields.items()}
    if isinstance(record, Note) and values["subject"] is None:
        return None
    for name in ("links", "how"):
        if links := getattr(record, name, ()):
            values[name] = tuple(link for link in links if not link.kept or id_of(link.kept))
    left = msgspec.structs.replace(record, **values)
    evidence = {
        path: found
        for path, found in record.evidence.items()
        if _at(left, path) is not None or _at(record, path) is None
    }
    return left if evidence == record.evidence else msgspec.structs.replace(left, evidence=evidence)


_FURTHER: Mapping[type[Record], Mapping[str, str]] = {Source: {"parent": ""}}
_TIES = (Asked, Expected, Membership)
"""Items that say nothing but that there is a tie."""


def _named(value: object, part: str, id_of: IdOf) -> object:
    if isinstance(value, str):
        words = [word if "/" in word else id_of(word) for word in value.split(" ")]
        return None if None in words else " ".join(cast("list[str]", words))
    if not isinstance(value, tuple):
        return value
    if not part:
        return tuple(id for one in value if (id := id_of(one)) is not None)
    return tuple(_items(value, part, id_of))


def _items(items: tuple[object, ...], part: str, id_of: IdOf) -> Iterator[object]:
    for item in items:
        before = getattr(item, part)
        after = None if before is None else id_of(before)
        if after is not None or before is None or not isinstance(item, _TIES):
            assert isinstance(item, Part)
            yield item if after == before else msgspec.structs.replace(item, **{part: after})


def _at(record: Record, path: str) -> object:
    """Return what stands at a path; None where nothing does."""
    value: object = record
    steps = path.split("/")
    while steps and value is not None:
        if isinstance(value, tuple):
            rest = "/".join(steps)
            if rest in value:
                return rest
            step = steps.pop(0)
            value = next((item for item in value if getattr(item, "key", item) == step), None)
        else:
            value = getattr(value, steps.pop(0), None)
    return value
