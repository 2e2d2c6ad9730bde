"""What of a saved page is shown to whoever reads it: no menus, no footers, nothing hidden."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROPPED = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "dialog",
        "footer",
        "head",
        "iframe",
        "input",
        "math",
        "menu",
        "nav",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "video",
    ]
)
_DROPPED_ROLES = frozenset(
    [
        "navigation",
        "menu",
        "menubar",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
    ]
)
_DROPPED_CLASSES = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "main-menu",
        "breadcrumb",
        "breadcrumbs",
        "site-footer",
        "cookie-banner",
        "cookie-notice",
        "skip-link",
    ]
)
_ASIDES = 'aside, [role="complementary"], .sidebar, #sidebar'
_MOST_ASIDES = 20
_ALWAYS_KEPT = frozenset(["html", "body", "main", "article"])
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def walk(root: "LexborNode | None") -> Iterator[tuple["LexborNode", bool]]:
    """Yield each node that is shown, and each element again at its end; depth costs no stack."""
    node, last = root, root.mem_id if root is not None else 0
    while node is not None:
        tag = node.tag or ""
        is_shown = tag == "-text" or (
            not tag.startswith("-") and (node.mem_id == last or not _is_left_out(tag, node))
        )
        if is_shown:
            yield node, True
            if tag != "-text" and node.first_child is not None:
                node = node.first_child
                continue
            if tag != "-text":
                yield node, False
        while node is not None and node.mem_id != last and node.next is None:
            node = node.parent
            if node is not None:
                yield node, False
        if node is None or node.mem_id == last:
            return
        node = node.next


def asides(page: "LexborHTMLParser") -> Iterator["LexborNode"]:
    """Yield the side columns that are shown and stand in no other."""
    for node in page.css(_ASIDES)[:_MOST_ASIDES]:
        above = node.parent
        while above is not None and not _is_left_out(above.tag or "", above):
            above = above.parent
        if above is None and not _is_dropped(node.tag or "", node):
            yield node


def _is_left_out(tag: str, node: "LexborNode") -> bool:
    return _is_dropped(tag, node) or _is_aside(tag, node)


def _is_aside(tag: str, node: "LexborNode") -> bool:
    if tag in _ALWAYS_KEPT:
        return False
    attributes = node.attributes
    return tag == "aside" or (
        bool(attributes)
        and (
            attributes.get("role") == "complementary"
            or "sidebar" in (attributes.get("class") or "").lower().split()
            or (attributes.get("id") or "").lower() == "sidebar"
        )
    )


def _is_dropped(tag: str, node: "LexborNode") -> bool:
    if tag in _DROPPED:
        return True
    if tag in _ALWAYS_KEPT:
        return False
    attributes = node.attributes
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (attributes.get("role") or "") in _DROPPED_ROLES
        or not _DROPPED_CLASSES.isdisjoint((attributes.get("class") or "").lower().split())
        or not _DROPPED_CLASSES.isdisjoint((attributes.get("id") or "").lower().split())
        or _HIDDEN.search(attributes.get("style") or "") is not None
    )
