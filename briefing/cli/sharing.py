"""`--for LEVEL` and `--contacts`: what others may see, in place of all that the desk holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from briefing.cli.output import say
from briefing.text import clean, count

if TYPE_CHECKING:
    from briefing.desk.audience import Audience
    from briefing.desk.desk import Desk
    from briefing.desk.gate import LeftOut
    from briefing.desk.reading import Reading
    from briefing.model import Level

_MOST = 20
"""So many of what was left out are told one by one."""
_CONTACTS = "briefing.contacts"


@dataclass(slots=True)
class Sharing:
    """For whom something is made."""

    level: str = ""
    """A level's own name, the house's label or TLP's; empty for oneself."""
    with_contacts: bool = False
    """Whether mail addresses and telephone numbers of persons were asked for."""
    _audience: "Audience | None" = None

    @property
    def is_for_others(self) -> bool:
        """Whether it is made for anybody at all but the person at the desk."""
        return bool(self.level)

    def reading(self, desk: "Desk") -> "Reading":
        """Return what is read: the desk itself, or what of it those may see."""
        level = self.level_at(desk)
        if level is None:
            return desk
        self._audience = desk.for_audience(level, keep_contacts=self.with_contacts)
        return self._audience

    def level_at(self, desk: "Desk") -> "Level | None":
        """Return the level that is meant, None for oneself; a usage error where none is known."""
        from briefing.model import Level
        from briefing.model.levels import level_named

        if not self.level:
            return None
        meant = level_named(self.level, desk.config.labels)
        if meant is None:
            named = ", ".join(dict.fromkeys((*Level, *desk.config.labels.values())))
            message = f"{self.level!r} is no level; it is one of: {named}"
            raise click.BadParameter(clean(message), param_hint="'--for'")
        return meant

    def tell(self) -> None:
        """Tell the author, on stderr, what was left out or made anonymous."""
        if self._audience is not None:
            tell_left_out(self._audience.left_out)


def tell_left_out(left_out: "Sequence[LeftOut]") -> None:
    """Tell on stderr what others do not see, record by record."""
    if left_out:
        number = count(len({one.record for one in left_out}), "record")
        say(f"Left out or made anonymous, of {number} (for you alone):")
    for one in left_out[:_MOST]:
        say(f"  {one.title}: {one.what}; {one.why}")
    if len(left_out) > _MOST:
        say(f"  and {len(left_out) - _MOST:,} more")


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command --for and --contacts, as its parameter `share`."""
    command = click.option(
        "--for",
        "share",
        metavar="LEVEL",
        callback=_sharing,
        help="Only what these may see: office, organisation, community, public or their label.",
    )(command)
    return click.option(
        "--contacts",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_keep,
        help="With --for: leave personal mail addresses and telephone numbers in.",
    )(command)


def _keep(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_CONTACTS] = value


def _sharing(ctx: click.Context, _: click.Parameter, value: str | None) -> Sharing:
    return Sharing(value or "", bool(ctx.meta.get(_CONTACTS)))
