"""The schema.org items of a page that are marked up in its own text (HTML, section 5)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_MOST_ITEMS = 50
_MOST_NODES = 5_000
_DEEPEST = 4

_VALUE_IN = {
    "meta": "content",
    "time": "datetime",
    "a": "href",
    "link": "href",
    "data": "value",
    "img": "src",
}
"""Where an element holds its value, if not in its text (HTML, section 5.2.4)."""


def items(page: "LexborHTMLParser") -> Iterator[dict[str, Any]]:
    """Yield the items that are within no other, as JSON-LD would have them."""
    left = [_MOST_NODES]
    for node in page.css("[itemscope][itemtype]")[:_MOST_ITEMS]:
        if "itemprop" not in node.attributes:
            yield _item(node, left, _DEEPEST)


def _item(node: "LexborNode", left: list[int], depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": (node.attributes.get("itemtype") or "").strip()}
    waiting = list(node.iter(include_text=False))[::-1]
    while waiting and left[0] > 0:
        left[0] -= 1
        child = waiting.pop()
        name = child.attributes.get("itemprop")
        is_item = "itemscope" in child.attributes
        if name and depth:
            value = _item(child, left, depth - 1) if is_item else _value(child, left)
            found.setdefault(name, []).append(value)
        if not is_item:
            waiting += list(child.iter(include_text=False))[::-1]
    return {name: _one(value) for name, value in found.items()}


def _value(node: "LexborNode", left: list[int]) -> str:
    attributes = node.attributes
    told = attributes.get("content") or attributes.get(_VALUE_IN.get(node.tag or "", "content"))
    if told:
        return told
    left[0] -= _PRICE_OF_TEXT
    return node.text()


_PRICE_OF_TEXT = 50
"""Nodes: the text of one may be the whole page."""


def _one(value: Any) -> Any:  # noqa: ANN401 - JSON
    return value[0] if isinstance(value, list) and len(value) == 1 else value
