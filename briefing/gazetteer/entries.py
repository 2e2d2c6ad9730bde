"""The shapes of what the gazetteer knows: forums, stakeholders, places, zones, themes."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from briefing.when import from_iso
from briefing.when_words import zone_name


class ForumKind(StrEnum):
    """What sort of thing a forum is."""

    PROCESS = "process"
    BODY = "body"
    CONFERENCE = "conference"
    INSTRUMENT = "instrument"
    INITIATIVE = "initiative"


class Openness(StrEnum):
    """Who decides in a forum, and who is heard."""

    INTERGOVERNMENTAL = "intergovernmental"
    """States negotiate and decide."""
    CONSULTATIVE = "consultative"
    """States decide; others are accredited or heard by rule."""
    MULTISTAKEHOLDER = "multistakeholder"
    """States, companies, civil society and the technical community take part alike."""


class StakeholderKind(StrEnum):
    """What sort of holder of views a stakeholder is."""

    STATE = "state"
    GROUP = "group"
    BODY = "body"
    COMPANY = "company"
    ORGANISATION = "organisation"
    COMMUNITY = "community"


class Season(StrEnum):
    """When in the year a zone abbreviation is the right one."""

    ALL_YEAR = "all year"
    """Clocks do not change: SAST, JST."""
    STANDARD = "standard"
    """Outside summer time; written in summer too by mistake: CET, EST."""
    SUMMER = "summer"
    """Summer time only: CEST, EDT."""
    EITHER = "either"
    """Whatever the clocks there show, so that the date decides the offset: ET, PT."""


class Reference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A public document that a table rests on."""

    id: str
    """What entries of the same table call it by."""
    title: str
    body: str
    date: str = ""
    """ISO, as precise as the document is: 2021, 2021-03, 2021-03-12; empty where it has none."""
    address: str
    official: bool = False
    """Whether those that it tells of, or governments, issued it; else it is a report by others."""


class ForumEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A process, body, standing conference, instrument or initiative of the field."""

    id: str
    name: str
    acronym: str = ""
    """The short name that the field says: UN OEWG, IGF; empty where it has none."""
    aliases: tuple[str, ...] = ()
    needs_context: tuple[str, ...] = ()
    """Those of its names that mean something else as often: "PoA", "Ad Hoc Committee"."""
    kind: ForumKind
    openness: Openness | None = None
    """None where no public document at hand says it."""
    parent: str | None = None
    """The forum that set it up, or that it belongs to."""
    succeeds: str | None = None
    """The forum it took over from; a text older than `first_year` may mean that one."""
    first_year: int | None = None
    last_year: int | None = None
    policy_forum: bool = True
    """False for umbrella bodies, treaties and manuals: mentioned, but not where it is made."""
    sources: tuple[str, ...] = ()
    """The references that tell of it: its name, openness, years, parent and predecessor rest on
    them; its kind and its aliases are the table's own."""

    @property
    def period(self) -> str:
        """Return its years as they are printed: "2021–2025", "since 2006"."""
        if self.first_year is None:
            return "" if self.last_year is None else f"until {self.last_year}"
        if self.last_year is None:
            return f"since {self.first_year}"
        return f"{self.first_year}–{self.last_year}"

    def names(self) -> Iterator[str]:
        """Yield each way to write it, the short name first."""
        if self.acronym:
            yield self.acronym
        yield self.name
        yield from self.aliases


class LocalNames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a stakeholder is called in one language other than English."""

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    """Without endings: "tysk", "allemand", "allemande"."""
    needs_context: tuple[str, ...] = ()
    """Those of both that mean something else as often in this language too: "Maurice", "indien"."""


class StakeholderEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state, group of states, body, company, organisation or community."""

    id: str
    name: str
    kind: StakeholderKind = StakeholderKind.STATE
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    """"Norwegian": enough for "the Norwegian delegation", not for "Norwegian Refugee Council"."""
    needs_context: tuple[str, ...] = ()
    """Those of its names and adjectives that mean something else as often: "Georgia".

    What stands under a language is sure in texts of that language, unless it is flagged there too.
    """
    no: LocalNames = LocalNames()
    fr: LocalNames = LocalNames()
    de: LocalNames = LocalNames()
    es: LocalNames = LocalNames()
    country: str | None = None
    """ISO 3166-1 alpha-2; None for all but states."""
    forum: str | None = None
    """The entry of the same body as a forum: the European Union holds views and is a place."""

    def names(self) -> Iterator[str]:
        """Yield each way to write it in any language, without its adjectives, short name first."""
        if self.acronym:
            yield self.acronym
        yield self.name
        yield from self.aliases
        english = {self.acronym, self.name, *self.aliases}
        local = (name for names in self.local.values() for name in names.names)
        yield from dict.fromkeys(name for name in local if name not in english)

    @property
    def local(self) -> dict[str, LocalNames]:
        """What it is called in other languages, by their ISO 639-1 codes."""
        return {"no": self.no, "fr": self.fr, "de": self.de, "es": self.es}


class Accession(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """States that belong to a group, all from the same day on."""

    group: str
    """The id of a stakeholder that is a group."""
    members: tuple[str, ...]
    """Ids of stakeholders: states, and groups where a group belongs to another (EU, G20)."""
    since: str = ""
    """Their first day, ISO, as precise as the document is; empty where it gives none."""
    until: str = ""
    """Their last day, likewise; empty where they belong to it still."""
    sources: tuple[str, ...]

    def holds(self, on: dt.date) -> bool:
        """Return whether they belong to it on a day; what has no first day holds before too."""
        first, last = from_iso(self.since).date, from_iso(self.until).last_date
        return (first is None or first <= on) and (last is None or on <= last)


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A city of diplomacy, or a venue in one."""

    name: str
    aliases: tuple[str, ...] = ()
    needs_context: tuple[str, ...] = ()
    """Those of its names that mean something else as often: "VIC", "UNCC"."""
    city: str | None = None
    """The name of the city that a venue stands in; None for a city."""
    country: str | None = None
    """ISO 3166-1 alpha-2; None where states disagree on it."""
    zone: str
    """IANA."""

    def names(self) -> Iterator[str]:
        """Yield each way to write it."""
        yield self.name
        yield from self.aliases

    @property
    def zone_place(self) -> str:
        """The city to call its clock after; empty where the zone is called after that city."""
        city = self.city or self.name
        return "" if city == zone_name(self.zone) else city


class ZoneMeaning(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the things that a zone abbreviation can mean."""

    abbreviation: str
    name: str
    offset_minutes: int | None = None
    """East of UTC, taken literally; None where the date decides (ET)."""
    zone: str
    """IANA: the clock that people who write it go by; countries may have another of theirs."""
    countries: tuple[str, ...] = ()
    """Where it is meant, ISO 3166-1 alpha-2; empty for UTC."""
    season: Season


class TopicEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A theme of cyber diplomacy, and the words that tell it."""

    name: str
    """What a person files questions under; records hold it as it is written here."""
    words: tuple[str, ...]
    """Words and phrases, in any language, that are about nothing else in this field."""
    hints: tuple[str, ...] = ()
    """Words that are said of other things too: enough in a title or question, not in passing."""
    is_broad: bool = False
    """Whether it is told beside nearly every other theme, so that the other is the better one."""
    sources: tuple[str, ...] = ()
    """The references that count it among the subjects of the field."""
