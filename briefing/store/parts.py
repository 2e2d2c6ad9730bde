"""Values taken apart to be merged, and put together again."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

import msgspec

from briefing.model import Citation, Part, Record

_ENCODER = msgspec.json.Encoder(order="deterministic")


def parts(value: object) -> dict[str, object] | None:
    """Return what a value is merged by: fields, items by their keys; None for what is one."""
    match value:
        case Citation():
            return None
        case Record() | Part():
            return {n: getattr(value, n) for n in value.__struct_fields__ if n != "evidence"}
        case dict():
            return dict(value)
        case tuple() | list():
            return _items(value)
        case _:
            return None


def _items(items: Sequence[object]) -> dict[str, object]:
    found: dict[str, object] = {}
    times: Counter[str] = Counter()
    for item in items:
        name = _name(item)
        times[name] += 1
        name = name if times[name] == 1 else f"{name} ({times[name]})"
        while name in found:
            name += "'"
        found[name] = item
    return found


def _name(item: object) -> str:
    """Return what an item of a list is told by: its key, else itself."""
    key = item.get("key") if isinstance(item, dict) else getattr(item, "key", item)
    return key if isinstance(key, str) else _ENCODER.encode(item).decode()


def defaults(value: object) -> dict[str, object]:
    """Return the parts of a value that nobody has filled in."""
    if not isinstance(value, msgspec.Struct):
        return {}
    fields = msgspec.structs.fields(value)
    return {f.name: f.default for f in fields if f.default is not msgspec.NODEFAULT}


def put_together(like: object, parts: dict[str, object]) -> object:
    """Return the value that has these parts, of the same type as another."""
    match like:
        case msgspec.Struct():
            return msgspec.structs.replace(like, **parts)
        case tuple():
            return tuple(parts.values())
        case list():
            return list(parts.values())
        case _:
            return parts


def order(base: Collection[str], ours: Collection[str], theirs: Collection[str]) -> list[str]:
    """Return the names of both sides, in the order of the side that moved any.

    What the other side has besides stands behind what it stands behind there.
    """
    has_moved = [n for n in ours if n in base] != [n for n in base if n in ours]
    first, second = (ours, theirs) if has_moved else (theirs, ours)
    behind: dict[str | None, list[str]] = defaultdict(list)
    last = None
    for name in second:
        if name in first:
            last = name
        else:
            behind[last].append(name)
    return [*behind[None], *(n for name in first for n in (name, *behind[name]))]
