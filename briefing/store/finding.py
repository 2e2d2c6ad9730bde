"""What a check of a data folder comes upon."""

from typing import NamedTuple

from briefing.errors import Problem


class Finding(NamedTuple):
    """Something that is not as it should be."""

    problem: Problem
    done: str = ""
    """What was done about it; empty where nothing was."""
    is_wrong: bool = True
    """Whether it is wrong, and not only worth knowing."""

    @property
    def is_left(self) -> bool:
        """Whether somebody has still to see to it."""
        return self.is_wrong and not self.done
