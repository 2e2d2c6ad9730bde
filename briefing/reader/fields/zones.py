"""Which clock a time is on: what is printed, else where the event is, else nothing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import msgspec
from dateutil import tz

from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import printed_zones, sites, times, zone_words
from briefing.reader.fields.printed_zones import Outcome
from briefing.reader.fields.sites import Site
from briefing.when import When, ZoneBasis, zone_info
from briefing.when_words import zone_name


def resolve(
    found: Candidate[When],
    *,
    stated: str = "",
    venue: str = "",
    organiser: str = "",
    default_zone: str | None = None,
) -> Candidate[When]:
    """Return a date with its zone, how that is known, and what speaks against it.

    In this order: the printed offset, the printed abbreviation (its meanings narrowed by country
    and date), the venue's city, a country with one clock, the organiser's seat, the default of the
    source, nothing. `stated` are zone words that hold for the whole record (see `stated_zones`);
    those beside the time go before them. `venue` and `organiser` are words as printed, with the
    country if it stands elsewhere; give no venue for what is online only. An undated When comes
    back as it is. The alternatives that it had are given the same zone.
    """
    places = (sites.locate(venue), sites.locate(organiser))
    outcome = _outcome(found.value, stated, *places, default_zone)
    others = (
        msgspec.structs.replace(
            other, value=_outcome(other.value, stated, *places, default_zone).when
        )
        if isinstance(other.value, When)
        else other
        for other in found.alternatives
    )
    return replace(
        found,
        value=outcome.when,
        rule=f"{found.rule}+{outcome.rule}" if outcome.rule else found.rule,
        confidence=min(found.confidence, outcome.confidence),
        doubts=(*found.doubts, *outcome.doubts, *_clock_changes(outcome.when)),
        alternatives=(*others, *outcome.alternatives),
    )


def utc_of_written(when: When) -> dt.datetime | None:
    """Return the instant at which it begins, in UTC, only where its zone is printed."""
    is_printed = when.zone_basis in {ZoneBasis.OFFSET, ZoneBasis.ABBREVIATION, ZoneBasis.CITY}
    span = when.span(zone_info("UTC")) if is_printed and when.is_timed else None
    return None if span is None else span.start


def _outcome(when: When, stated: str, site: Site, seat: Site, default_zone: str | None) -> Outcome:
    if when.date is None:
        return Outcome(when=when, rule="", confidence=1.0)
    words = when.written_zone or stated
    printed = zone_words.parse(words) if when.is_timed else ()
    if not printed:
        return _inferred(when, site, seat, default_zone)
    clocks = (found.value for found in times.find(when.written))
    others = next((clock.others for clock in clocks if clock.time == when.time), ())
    when = msgspec.structs.replace(when, written_zone=words)
    outcome = printed_zones.read(when, printed, others, site, seat)
    if site.zone is not None and outcome.when.zone == site.zone:
        called = msgspec.structs.replace(outcome.when, zone_place=site.zone_place)
        outcome = replace(outcome, when=called)
    return _held_elsewhere(outcome, site)


def _held_elsewhere(outcome: Outcome, site: Site) -> Outcome:
    """Return it with a doubt where the clocks of the venue do not show the printed zone."""
    when = outcome.when
    start = utc_of_written(when)
    if start is None or site.zone is None or not site.is_by_place:
        return outcome
    there = start.astimezone(zone_info(site.zone))
    if (there.hour, there.minute) == (when.time and when.time.hour, when.time and when.time.minute):
        return outcome
    doubt = Doubt(
        kind=DoubtKind.ZONES_DISAGREE,
        words=f"“{when.written_zone}” is printed; clocks in {zone_name(site.zone)} then show"
        f" {there:%H:%M}.",
    )
    other = _on(when, site.zone, ZoneBasis.VENUE, 0.5, site.zone_place).when
    in_place = Alternative(value=msgspec.structs.replace(other, offset=None), why="venue's clock")
    return replace(
        outcome,
        doubts=(*outcome.doubts, doubt),
        alternatives=(*outcome.alternatives, in_place),
    )


def _inferred(when: When, site: Site, seat: Site, default_zone: str | None) -> Outcome:
    """Return the time on the clock of where it is, with a doubt unless a place tells that."""
    if site.zone:
        basis = ZoneBasis.VENUE if site.is_by_place else ZoneBasis.COUNTRY
        return _on(when, site.zone, basis, 0.9 if site.is_by_place else 0.75, site.zone_place)
    if not when.is_timed:
        return Outcome(when=when, rule="", confidence=1.0)
    if site.rivals:
        return _several(when, site)
    if seat.zone and not site.country:
        return _on(when, seat.zone, ZoneBasis.ORGANISER, 0.5, seat.zone_place)
    if default_zone and not site.country:
        return _on(when, default_zone, ZoneBasis.DEFAULT, 0.5)
    doubt = Doubt(
        kind=DoubtKind.ZONE_MISSING, words="No time zone is printed, and no place tells it."
    )
    return Outcome(when=when, rule="", confidence=0.6, doubts=(doubt,))


_INFERRED_FROM = {
    ZoneBasis.COUNTRY: "the country",
    ZoneBasis.ORGANISER: "the organiser's seat",
    ZoneBasis.DEFAULT: "what this source usually means",
}


def _on(when: When, zone: str, basis: ZoneBasis, confidence: float, place: str = "") -> Outcome:
    source = _INFERRED_FROM.get(basis)
    words = f"No time zone is printed; {place or zone_name(zone)} is taken from {source}."
    doubt = Doubt(kind=DoubtKind.ZONE_INFERRED, words=words)
    return Outcome(
        when=msgspec.structs.replace(when, zone=zone, zone_place=place, zone_basis=basis),
        rule=f"zone.{basis}",
        confidence=confidence,
        doubts=(doubt,) if source and when.is_timed else (),
    )


def _several(when: When, site: Site) -> Outcome:
    rivals = {place.zone: place.name for place in site.rivals}
    doubt = Doubt(
        kind=DoubtKind.ZONE_AMBIGUOUS,
        words=f"No time zone is printed; it may be that of {' or '.join(rivals.values())}.",
    )
    others = (
        Alternative(value=_on(when, zone, ZoneBasis.VENUE, 0.5).when, why=f"{name} time")
        for zone, name in rivals.items()
    )
    return Outcome(
        when=when,
        rule="zone.ambiguous",
        confidence=0.4,
        doubts=(doubt,),
        alternatives=tuple(others),
    )


def _clock_changes(when: When) -> Iterator[Doubt]:
    """Yield a doubt for a time that the clocks skip or show twice."""
    if when.date is None or when.time is None or when.zone is None or when.offset is not None:
        return
    moment = dt.datetime.combine(when.date, when.time, zone_info(when.zone))
    time = f"{when.time:%H:%M}"
    if not tz.datetime_exists(moment):
        what = f"skip {time}"
    elif tz.datetime_ambiguous(moment):
        what = f"show {time} twice"
    else:
        return
    words = f"Clocks in {zone_name(when.zone)} {what} on that day."
    yield Doubt(kind=DoubtKind.CLOCK_CHANGE, words=words)
