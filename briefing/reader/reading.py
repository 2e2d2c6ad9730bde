"""What a format module makes of a source's bytes: the kept text, and what was wrong with it."""

from dataclasses import dataclass

from briefing.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A source as text, before any meaning."""

    text: str
    """The kept text: citations point into it by code point, so it is never made anew."""
    problems: tuple[Problem, ...] = ()
