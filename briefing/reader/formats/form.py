"""What every format module has."""

from typing import Protocol

from briefing.reader.reading import Reading


class Format(Protocol):
    """A module that reads one kind of file."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a module's constant
        """File names' endings, in lower case."""

    @property
    def STARTS(self) -> tuple[bytes, ...]:  # noqa: N802
        """How such a file's bytes begin, where that tells it from others."""

    @property
    def MEDIA_TYPE(self) -> str:  # noqa: N802
        """IANA media type."""

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the kept text and what was wrong with the file; never raises on content."""
