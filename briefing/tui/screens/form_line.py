"""One field of a form: its label, where it is typed, and how that is understood."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from briefing.desk import describe, edit, fields, times
from briefing.desk.desk import Desk
from briefing.desk.fields import Field, FieldError
from briefing.desk.find import NotFoundError, resolve, title_of
from briefing.desk.offers import Offer, Offers, taken
from briefing.errors import BriefingError
from briefing.model import Record
from briefing.text import clean
from briefing.tui.screens.choice import Choice
from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.cells import Cell, Tone
from briefing.when import When
from briefing.when_words import day_words


class FormLine(Vertical):
    """A label with its field, and below it, where there is something to tell, one line."""

    DEFAULT_CSS = """
    FormLine {
        height: auto;
        & > Horizontal { height: 1; }
        & .label { width: 22; background: $surface; }
        & Input { width: 1fr; height: 1; border: none; padding: 0 1; background: $panel; }
        & Input:focus { border: none; }
        & Choice { width: 1fr; }
        & .told { display: none; height: auto; margin-left: 22; padding: 0 1; color: $text-muted; }
        & .told.-shown { display: block; }
        & .offered { display: none; height: auto; margin-left: 22; padding: 0 1; }
        & .offered { text-wrap: nowrap; text-overflow: ellipsis; }
        & .offered.-shown { display: block; }
        & .told.-wrong { color: $text-error; text-style: bold; }
    }
    """

    def __init__(
        self,
        field: Field,
        text: str,
        kind: type[Record],
        labels: Mapping[str, str] | None = None,
    ) -> None:
        """Make the line of a field; `labels` are what the house calls the words it has."""
        super().__init__()
        self.field = field
        self.kind = kind
        self._named = edit.referred(kind, field.path)
        """The kind of record whose id it holds, and which is typed by its name."""
        self._offers: Sequence[Offer] = ()
        self._offered = Static(classes="offered", markup=False)
        self._at = 0
        self._label = Bar(classes="label")
        self._told = Static(classes="told", markup=False)
        self._box: Input | Choice
        if field.choices:
            none = ("",) if field.is_optional else ()
            self._box = Choice((*none, *field.choices), labels=labels)
        else:
            self._box = Input(select_on_focus=False)
            self._box.cursor_blink = False
        self.text = text

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._box.value

    @text.setter
    def text(self, text: str) -> None:
        self._box.value = clean(text.replace("\n", " " if self.field.type is str else "; "))

    @property
    def has_field_focus(self) -> bool:
        """Whether keys go to this field."""
        return self._box.has_focus

    def compose(self) -> Iterator[Widget]:
        """Yield the label beside the field and the line below."""
        yield Horizontal(self._label, self._box)
        yield self._told
        yield self._offered

    def on_mount(self) -> None:
        """Write the label."""
        self._label.show([Cell(self.field.label, Tone.MUTED)])

    @property
    def names_records(self) -> bool:
        """Whether it holds the id of another record."""
        return self._named is not None

    def focus_field(self) -> None:
        """Have keys go to this field."""
        self._box.focus()

    def tell(self, words: str, *, is_wrong: bool = False) -> None:
        """Show how the field is understood, or why it is not."""
        self._told.update(clean(words).removeprefix(f"{self.field.label}: "))
        self._told.set_class(bool(words), "-shown")
        self._told.set_class(is_wrong, "-wrong")

    # What is offered ------------------------------------------------------------------------

    @property
    def has_offers(self) -> bool:
        """Whether names are offered below the field."""
        return bool(self._offers)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show names that could be meant, the first under the cursor; none to show none."""
        self._offers, self._at = offers, 0
        self._show_offers()

    def walk(self, step: int) -> bool:
        """Go to another name that is offered; whether there was one to go to."""
        to = self._at + step
        if not 0 <= to < len(self._offers):
            return False
        self._at = to
        self._show_offers()
        return True

    def take(self) -> bool:
        """Put the name under the cursor into the field; whether there was one."""
        if not self._offers:
            return False
        self.text = taken(self.field.path, self.text, self._offers[self._at])
        if isinstance(self._box, Input):
            self._box.cursor_position = len(self._box.value)
        self.offer(())
        return True

    def _show_offers(self) -> None:
        lines = (
            f"{'›' if number == self._at else ' '} {offer.text}"
            f"{f'  ({offer.more})' if offer.more not in ('', offer.text) else ''}"
            for number, offer in enumerate(self._offers)
        )
        self._offered.update("\n".join(lines))
        self._offered.set_class(bool(self._offers), "-shown")

    def value(self, desk: Desk, offers: Offers) -> str:
        """Return the text to be saved: of a name, the id that it means; FieldError."""
        kind = self._named
        if kind is None or not self.text.strip():
            return self.text
        names = self.text.split(";") if self.field.path == "forums" else [self.text]
        return "; ".join(_meant(desk, offers, self, name, kind) for name in names if name.strip())


def text_at(record: Record, field: Field) -> str:
    """Return what a field holds as it would be typed; empty for no date."""
    value = fields.value_at(record, field.path)
    return "" if value == When() else fields.text_of(value)


def understood(
    desk: Desk, offers: Offers, line: FormLine, record: Record | None, *, is_typed: bool
) -> str:
    """Return how a field is understood, where that is not plain; FieldError where it is not."""
    field = line.field
    before = fields.value_at(record, field.path) if record else None
    if not is_typed:
        value = before
    elif line.names_records:
        value = line.value(desk, offers)
    else:
        value = fields.parse(field, line.text, times.reader(desk, before))
    if isinstance(value, When):
        return describe.when_told(desk, value) if value.is_dated else ""
    if line.names_records and value:
        return "; ".join(_title(desk, id) for id in _ids(value))
    if is_typed and isinstance(value, dt.date):
        return day_words(value)
    return ""


def _meant(desk: Desk, offers: Offers, line: FormLine, name: str, kind: type[Record]) -> str:
    """Return the id that a name means; FieldError. Once all names are gathered, nothing is read."""
    called = repr(clean(name.strip()))
    if offers.is_whole:
        found = offers.meant(kind, name)
        if len(found) > 1:
            raise FieldError(line.field, f"{called} could be any of {len(found)}; type more of it")
        if found:
            return found[0]
        raise FieldError(line.field, f"nothing is called {called}")
    try:
        return resolve(desk, name, (kind,)).id
    except NotFoundError as error:
        raise FieldError(line.field, f"nothing is called {called}") from error
    except BriefingError as error:
        raise FieldError(line.field, str(error)) from error


def _ids(value: object) -> list[str]:
    if isinstance(value, str):
        return [id.strip() for id in value.split(";")]
    return [str(id) for id in value] if isinstance(value, tuple) else []


def _title(desk: Desk, id: str) -> str:
    held = desk.store.find(id)
    return title_of(held) if held else id
