"""What every record has, and what its values rest on."""

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from briefing.when import When


class Part(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """A value inside a record; like all that is frozen it needs no watch for circles (gc)."""


class Decision(StrEnum):
    """What a person made of a value that a rule read."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    EDITED = "edited"
    ADDED = "added"
    """A person put it in; no rule had it."""


class DoubtKind(StrEnum):
    """Reasons not to trust a value."""

    RANGE_REVERSED = "range reversed"
    WEEKDAY_DISAGREES = "weekday disagrees"
    YEAR_INFERRED = "year inferred"
    YEAR_MISSING = "year missing"
    DATE_MISSING = "date missing"
    DAY_OR_MONTH_FIRST = "day or month first"
    VAGUE_TIME = "vague time"
    ZONE_AMBIGUOUS = "zone ambiguous"
    ZONE_OUT_OF_SEASON = "zone out of season"
    ZONES_DISAGREE = "zones disagree"
    ZONE_INFERRED = "zone inferred"
    ZONE_MISSING = "zone missing"
    CLOCK_CHANGE = "clock change"
    DATES_DISAGREE = "dates disagree"
    NAMES_DISAGREE = "names disagree"
    LINK_MISSING = "link missing"
    VERSIONS_DISAGREE = "versions disagree"
    COMPUTED = "computed"
    UNSURE = "unsure"


class Doubt(Part, frozen=True, kw_only=True):
    """A reason not to trust a value, told in words."""

    kind: DoubtKind
    words: str
    """One plain sentence for the person who decides."""


class Citation(Part, frozen=True, kw_only=True):
    """Where a fact is written: a span of a held source's kept text, or a place in a named one."""

    source: str
    """The Source's id."""
    start: int | None = None
    """Offset into the kept text, in code points; None in a named source."""
    end: int | None = None
    words: str = ""
    """The exact words of the span; for a named source its own words where they are known."""
    place: str = ""
    """In a named source: "paragraph 12", "page 3"."""


class Alternative(Part, frozen=True, kw_only=True):
    """Another reading of a value."""

    value: When | str
    why: str


UNNAMED = "me"
"""Who is written down as having decided where the person at the desk has no name."""


class Evidence(Part, frozen=True, kw_only=True):
    """What a value rests on, and who decided it when."""

    citations: tuple[Citation, ...] = ()
    rule: str = ""
    """The reader's rule that found it; empty where a person put it in."""
    confidence: float = 1.0
    """0 to 1, as the rule claims."""
    doubts: tuple[Doubt, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    decision: Decision = Decision.UNDECIDED
    decided_by: str = ""
    decided_at: dt.datetime | None = None
    """In UTC."""


class Level(StrEnum):
    """Who may see a record, the fewest first."""

    ME = "me"
    OFFICE = "office"
    ORGANISATION = "organisation"
    COMMUNITY = "community"
    PUBLIC = "public"


class Handling(Part, frozen=True, kw_only=True):
    """Who may see a record, and whether who said it may be told (Chatham House rule)."""

    level: Level = Level.OFFICE
    chatham_house: bool = False


class Record(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
    tag=str.lower,
    gc=False,
):
    """What every record has."""

    id: str
    handling: Handling = Handling()
    evidence: Mapping[str, Evidence] = {}
    """Field path -> what it rests on; an item of a list by its key: `speakers/k3f/role`."""

    @property
    def is_reviewed(self) -> bool:
        """Whether a person decided every value that a rule read."""
        return all(e.decision is not Decision.UNDECIDED for e in self.evidence.values())

    def evidence_at(self, path: str) -> dict[str, Evidence]:
        """Return what a value and, in a list, each of its items rests on, by path."""
        within = f"{path}/"
        return {k: e for k, e in self.evidence.items() if k == path or k.startswith(within)}

    @property
    def doubts(self) -> Iterator[tuple[str, Doubt]]:
        """Every doubt on a value that nobody has decided yet, with the field's path."""
        for path, evidence in self.evidence.items():
            if evidence.decision is Decision.UNDECIDED:
                yield from ((path, doubt) for doubt in evidence.doubts)
