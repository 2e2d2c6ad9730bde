"""What printed zone words mean on a day: abbreviations with several meanings, CET in summer.

"CET" in June nearly always means what the clocks in Brussels show, not UTC+1. Such a time is read
by those clocks, a doubt says so, and the literal reading is kept beside it. Two printed zones check
each other.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from briefing.gazetteer import tables
from briefing.gazetteer.entries import ZoneMeaning
from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.fields import zone_words
from briefing.reader.fields.sites import Site
from briefing.reader.fields.times import Clock
from briefing.reader.fields.zone_words import ZoneWord
from briefing.when import When, ZoneBasis, zone_info


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A When with its zone, and what speaks against it."""

    when: When
    rule: str
    confidence: float
    doubts: tuple[Doubt, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


def read(when: When, printed: Sequence[ZoneWord], clocks: Sequence[Clock], *sites: Site) -> Outcome:
    """Return a timed When on the clock that its zone words name.

    `clocks` are the same moment on other clocks as printed. `sites` narrow what an abbreviation
    means, the venue before the organiser.
    """
    assert when.date is not None
    assert when.time is not None
    moment = dt.datetime.combine(when.date, when.time)
    claims = [_Claim(word.words, _senses(word, moment, sites)) for word in printed]
    numbers = [
        claim for claim, word in zip(claims, printed, strict=True) if word.offset is not None
    ]
    others = [_other_clock(clock, moment, sites) for clock in clocks]
    lead = (numbers or claims)[0]
    readings = [r for r in lead.readings() if _agrees(r.minutes, [*claims, *others])]
    readings = readings or list(lead.readings())
    chosen = _decided(readings)
    if chosen is None:
        return _undecided(when, lead, readings)
    objections = list(_objections(chosen.minutes, claims, others))
    doubts = (*_ambiguity(lead, readings), *(doubt for doubt, _ in objections))
    rivals = [r for r in readings if r.sense.name != chosen.sense.name]
    rivals += [reading for _, claim in objections for reading in claim.readings()]
    zone = _zone_of(chosen, claims, moment, sites)
    city = next((word.place for word in printed if word.place is not None), None)
    basis = ZoneBasis.CITY if city is not None else ZoneBasis.ABBREVIATION
    basis = ZoneBasis.OFFSET if numbers else basis
    on = _on(when, zone, chosen.minutes if numbers or zone is None else None, basis)
    if city is not None and city.zone == zone:
        on = msgspec.structs.replace(on, zone_place=city.zone_place)
    return Outcome(
        when=on,
        rule=_RULES[basis],
        confidence=0.75 if doubts else 0.95,
        doubts=doubts,
        alternatives=tuple(_alternatives(when, rivals, chosen.minutes)),
    )


_RULES = {
    ZoneBasis.OFFSET: "zone.offset",
    ZoneBasis.ABBREVIATION: "zone.abbreviation",
    ZoneBasis.CITY: "zone.city",
}


@dataclass(frozen=True, slots=True)
class _Sense:
    """One meaning of a printed zone at one moment, in minutes east of UTC."""

    name: str
    zone: str | None
    literal: int
    """By its letters: CET is 60, in June too."""
    shown: int
    """What the clocks of its zone show then."""
    is_official: bool = True
    """Whether tzdata writes that zone's clock with just these letters then."""


@dataclass(frozen=True, slots=True)
class _Reading:
    sense: _Sense
    minutes: int


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one printed zone says about the moment's offset."""

    words: str
    senses: tuple[_Sense, ...]

    @property
    def minutes(self) -> set[int]:
        return {minutes for sense in self.senses for minutes in (sense.literal, sense.shown)}

    def readings(self) -> Iterator[_Reading]:
        """Yield the likeliest reading of each sense, then the literal ones that differ."""
        yield from (_Reading(sense, sense.shown) for sense in self.senses)
        yield from (_Reading(s, s.literal) for s in self.senses if s.literal != s.shown)


# Senses -----------------------------------------------------------------------------------------

_WORLD_CLOCKS = frozenset({"UTC", "GMT", "Z"})
"""Read as UTC where no country is known that means its own clock by GMT."""


def _senses(word: ZoneWord, moment: dt.datetime, sites: Sequence[Site]) -> tuple[_Sense, ...]:
    if word.offset is not None:
        return (_Sense(word.words, None, word.offset, word.offset),)
    if word.zone is not None:
        shown = minutes_east(word.zone, moment)
        return (_Sense(word.words, word.zone, shown, shown),)
    local = _local_meanings(word.abbreviation, sites)
    if word.abbreviation in _WORLD_CLOCKS and not local:
        return (_Sense(word.words, "UTC", 0, 0),)
    by_name: dict[str, ZoneMeaning] = {}
    for meaning in local or tables.zone_meanings(word.abbreviation):
        by_name.setdefault(meaning.name, meaning)
    return tuple(_sense(meaning, moment) for meaning in by_name.values())


def _local_meanings(abbreviation: str, sites: Sequence[Site]) -> list[ZoneMeaning]:
    for site in sites:
        meanings = tables.zone_meanings(abbreviation)
        local = [meaning for meaning in meanings if site.country in meaning.countries]
        if local:
            return local
    return []


def _sense(meaning: ZoneMeaning, moment: dt.datetime) -> _Sense:
    shown = minutes_east(meaning.zone, moment)
    literal = shown if meaning.offset_minutes is None else meaning.offset_minutes
    name = moment.replace(tzinfo=zone_info(meaning.zone)).tzname()
    return _Sense(meaning.name, meaning.zone, literal, shown, name == meaning.abbreviation)


def minutes_east(zone: str, moment: dt.datetime) -> int:
    """Return how far the clocks of a zone are ahead of UTC at a wall-clock moment, in minutes."""
    offset = moment.replace(tzinfo=zone_info(zone)).utcoffset()
    assert offset is not None
    return round(offset.total_seconds() / 60)


_HALF_A_DAY = 12 * 60


def _other_clock(clock: Clock, moment: dt.datetime, sites: Sequence[Site]) -> _Claim:
    """Return what another printed clock says of the first one's offset."""
    there = dt.datetime.combine(moment.date(), clock.time)
    ahead = round((moment - there).total_seconds() / 60)
    senses = (
        _Sense(
            sense.name, None, _nearest_day(sense.literal + ahead), _nearest_day(sense.shown + ahead)
        )
        for word in zone_words.parse(clock.zone)
        for sense in _senses(word, there, sites)
    )
    return _Claim(clock.written, tuple(senses))


def _nearest_day(minutes: int) -> int:
    """Return an offset within half a day of UTC: the other clock may show another date."""
    return (minutes + _HALF_A_DAY) % (2 * _HALF_A_DAY) - _HALF_A_DAY


# Choice -----------------------------------------------------------------------------------------


def _agrees(minutes: int, claims: Sequence[_Claim]) -> bool:
    return all(minutes in claim.minutes for claim in claims if claim.senses)


def _decided(readings: Sequence[_Reading]) -> _Reading | None:
    """Return the reading to take, or None where letters mean several clocks and nothing tells."""
    official = {reading.minutes for reading in readings if reading.sense.is_official}
    in_season = all(reading.sense.literal == reading.sense.shown for reading in readings)
    if len(official) == 1 and in_season:
        return next(reading for reading in readings if reading.sense.is_official)
    return readings[0] if len({reading.sense.name for reading in readings}) == 1 else None


def _undecided(when: When, lead: _Claim, readings: Sequence[_Reading]) -> Outcome:
    return Outcome(
        when=when,
        rule="zone.ambiguous",
        confidence=0.4,
        doubts=tuple(_ambiguity(lead, readings)),
        alternatives=tuple(_alternatives(when, readings, None)),
    )


def _zone_of(
    chosen: _Reading, claims: Sequence[_Claim], moment: dt.datetime, sites: Sequence[Site]
) -> str | None:
    """Return the zone to name it by: where it is held, if the clocks there show the same."""
    senses = (chosen.sense, *(sense for claim in claims for sense in claim.senses))
    named = [sense.zone for sense in senses if sense.zone and sense.shown == chosen.minutes]
    if named[:1] == ["UTC"]:
        return "UTC"
    held = [s.zone for s in sites if s.zone and minutes_east(s.zone, moment) == chosen.minutes]
    is_number = chosen.sense.zone is None
    return next(iter([*held, *named]), None) if named or is_number else None


def _on(
    when: When, zone: str | None, offset: int | None, basis: ZoneBasis = ZoneBasis.ABBREVIATION
) -> When:
    return msgspec.structs.replace(when, zone=zone, offset=offset, zone_basis=basis)


# Doubts, each with the claim whose readings are kept as alternatives ----------------------------


def _ambiguity(lead: _Claim, readings: Sequence[_Reading]) -> Iterator[Doubt]:
    names = list(dict.fromkeys(reading.sense.name for reading in readings))
    if len(names) > 1:
        words = f"“{lead.words}” may be {', '.join(names[:-1])} or {names[-1]}."
        yield Doubt(kind=DoubtKind.ZONE_AMBIGUOUS, words=words)


def _objections(
    minutes: int, claims: Sequence[_Claim], others: Sequence[_Claim]
) -> Iterator[tuple[Doubt, _Claim]]:
    for claim in claims:
        if minutes not in claim.minutes:
            words = f"“{claim.words}” is {_told(claim)}, but the time is read as {_utc(minutes)}."
            yield Doubt(kind=DoubtKind.ZONES_DISAGREE, words=words), claim
        elif sense := _out_of_season(claim, minutes, claims, others):
            words = (
                f"“{claim.words}” is {_utc(sense.literal)}, but clocks there show"
                f" {_utc(sense.shown)} on that day; the time is read as {_utc(minutes)}."
            )
            yield Doubt(kind=DoubtKind.ZONE_OUT_OF_SEASON, words=words), claim
    for other in others:
        if minutes not in other.minutes:
            words = f"“{other.words}” is not the same moment as the time before it."
            yield Doubt(kind=DoubtKind.ZONES_DISAGREE, words=words), other


def _out_of_season(
    claim: _Claim, minutes: int, claims: Sequence[_Claim], others: Sequence[_Claim]
) -> _Sense | None:
    """Return the sense that is not in use that day, unless another printed zone settles it."""
    out = [s for s in claim.senses if s.literal != s.shown and minutes in {s.literal, s.shown}]
    if not out or others or any(s.literal == s.shown == minutes for s in claim.senses):
        return None
    in_use = {s.zone for other in claims for s in other.senses if s.literal == s.shown}
    return None if out[0].zone in in_use else out[0]


def _told(claim: _Claim) -> str:
    return " or ".join(_utc(minutes) for minutes in sorted(claim.minutes))


def _utc(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"


def _alternatives(when: When, readings: Sequence[_Reading], taken: int | None) -> list[Alternative]:
    """Return the time in each other reading, once for each offset."""
    kept: dict[int, Alternative] = {}
    for reading in readings:
        sense, minutes = reading.sense, reading.minutes
        if minutes != taken and minutes not in kept:
            is_shown = sense.zone is not None and sense.shown == minutes
            value = _on(when, sense.zone if is_shown else None, None if is_shown else minutes)
            kept[minutes] = Alternative(value=value, why=f"{sense.name}, {_utc(minutes)}")
    return list(kept.values())
