"""When a source was published, in words."""

from briefing.model import Source
from briefing.when_words import date_words


def published(source: Source) -> str:
    """Return the day, or what is known of it; empty where nothing is."""
    return date_words(source.published, weekday=False) if source.published.is_dated else ""
