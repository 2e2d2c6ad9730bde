"""Names for records and for the items in them."""

import secrets

from briefing.text import slug

ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""No letter or digit that is taken for another one."""


def new_id(title: str) -> str:
    """Return an id that a person can type and two people never mint twice.

    A slug of the title and five random letters: 28 million for each slug.
    """
    return f"{slug(title, longest=32) or 'untitled'}-{_letters(5)}"


def new_key() -> str:
    """Return a short key for an item of a list, unique enough within its record."""
    return _letters(4)


def _letters(number: int) -> str:
    return "".join(secrets.choice(ID_LETTERS) for _ in range(number))
