"""What goes wrong, told apart by who can mend it."""

from dataclasses import dataclass


class BriefingError(Exception):
    """What the user can mend, as one clear sentence that names file and line where there is one."""

    exit_code = 1
    """What the command line ends with."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong inside a user's document or settings: collected and shown, never raised."""

    source: str
    """The file's name, or what the text is called on the screen."""
    line: int | None
    """Counted from 1; None where the whole document is meant."""
    message: str

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.message}"
