"""A field's new value, as a note gives it."""

from collections.abc import Mapping
from typing import NamedTuple

from briefing.model import Evidence
from briefing.reader.candidate import Candidate
from briefing.reader.page import Page


class Value(NamedTuple):
    """A field's new value, with what it rests on by path."""

    field: str
    value: object
    evidence: Mapping[str, Evidence]


def of_field(page: Page, field: str, value: object, found: Candidate[object]) -> Value:
    """Return a value of a whole field."""
    return Value(field, value, {field: page.evidence(found)})
