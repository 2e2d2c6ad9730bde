"""What a page of a PDF draws: words, and where on the page they stand (ISO 32000-1, section 9)."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic._font import Font


class Run(NamedTuple):
    """Words drawn at one go, in points from the foot of the page as it is read."""

    left: float
    right: float
    base: float
    """The height of the line that they stand on."""
    size: float
    words: str


class TooMuchError(Exception):
    """A document draws more than is read of one."""


@dataclass(slots=True)
class Budget:
    """Counts steps, so that the same file is always read as far."""

    left: int

    def take(self, steps: int) -> None:
        """Take some steps away; TooMuchError where there are none left."""
        self.left -= steps
        if self.left < 0:
            raise TooMuchError

    def spend(self, _operator: object, operands: Sequence[object], *_: object) -> None:
        """Take an operation away with what it draws, as pypdf's own walk tells of it."""
        drawn = operands[0] if operands and isinstance(operands[0], list) else ()
        self.take(1 + len(operands) + len(drawn) // 2)


@dataclass(slots=True)
class Letters:
    """The fonts of a document, each looked into once."""

    _fonts: dict[object, "_Font"] = field(default_factory=dict)

    def font(self, resources: Any, name: object) -> "_Font":  # noqa: ANN401 - a PDF's dictionary
        """Return a font by its name among the resources of a page or form."""
        entry = resources["/Font"].get_object().raw_get(name)
        key = (entry.idnum, entry.generation) if hasattr(entry, "idnum") else id(entry)
        if key not in self._fonts:
            from pypdf.generic._font import Font

            self._fonts[key] = _Font(Font.from_font_resource(entry.get_object()))
        return self._fonts[key]


def runs(page: "PageObject", letters: Letters, budget: Budget) -> list[Run]:
    """Return what a page draws; what stands another way round than most of it, below the rest."""
    drawing = _Drawing(page.pdf, letters, budget)
    contents = page.get("/Contents")
    if contents is not None:
        drawing.draw(contents.get_object(), page.get("/Resources"))
    letters_a_turn: Counter[int] = Counter()
    for turn, run in drawing.runs:
        letters_a_turn[turn] += len(run.words)
    turns = [turn for turn, _ in letters_a_turn.most_common()]
    return [run._replace(base=run.base - turns.index(turn) * _BELOW) for turn, run in drawing.runs]


_BELOW = 100_000.0
"""Points: more than a page may be high (ISO 32000-1, annex C)."""


class _Font:
    """A font's codes as letters and widths."""

    def __init__(self, font: "Font") -> None:
        self._font = font
        self._known: dict[str, tuple[str, float]] = {}

    def read(self, raw: bytes) -> tuple[str, float, int]:
        """Return codes as letters, their width in thousandths, and how many codes there were."""
        if not self._font.interpretable:
            return "", 0, 0
        codes = self._codes(raw)
        known = [self._known.get(code) or self._learn(code) for code in codes]
        return "".join(one[0] for one in known), sum(one[1] for one in known), len(codes)

    def _codes(self, raw: bytes) -> str:
        encoding = self._font.encoding
        if not isinstance(encoding, str):
            return raw.decode("latin-1")
        try:
            return raw.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            return raw.decode(encoding, "replace")

    def _learn(self, code: str) -> tuple[str, float]:
        font = self._font
        letter = code if isinstance(font.encoding, str) else font.encoding.get(ord(code), code)
        written = str(font.character_map.get(letter, letter)).translate(_PLAIN)
        is_space = code == font.space_char
        width = font.space_width if is_space else font.get_text_width(code)
        self._known[code] = written, float(width)
        return self._known[code]


_PLAIN = str.maketrans(
    {
        "\ufdd0": "",
        "\ufdd1": "",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)
"""Ligatures as their letters; what marks a link's words (links_on_page) is nobody else's."""

_Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, l = other  # noqa: E741 - as the standard names them
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k,
        e * h + f * j + l,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    """What q saves and Q brings back."""

    matrix: _Matrix = _AS_IT_IS
    font: _Font | None = None
    size: float = 12.0
    leading: float = 0.0
    between_letters: float = 0.0
    between_words: float = 0.0
    stretch: float = 1.0


_DEEPEST = 8
_MOST_SAVED = 500
_PRICE_OF_FORM = 50
_FARTHEST = 50_000.0
"""Points: what stands farther out is on no page."""
_GAP = 0.17
"""Of the size: less parts letters, more parts words."""
_WIDE_GAP = 1.2
"""Of the size: more parts what has nothing to do with each other."""


class _Drawing:
    """Goes through a page's operations as a printer would."""

    def __init__(self, pdf: Any, letters: Letters, budget: Budget) -> None:  # noqa: ANN401
        self.runs: list[tuple[int, Run]] = []
        self._pdf, self._letters, self._budget = pdf, letters, budget
        self._state = _State()
        self._saved: list[_State] = []
        self._resources: Any = None
        self._text = self._line = _AS_IT_IS
        self._depth = 0

    def draw(self, contents: Any, resources: Any) -> None:  # noqa: ANN401 - a PDF's own objects
        """Go through the operations of a page or of a form."""
        from pypdf.generic import ContentStream

        self._resources = resources and resources.get_object()
        for operands, operator in ContentStream(contents, self._pdf, "bytes").operations:
            self._budget.spend(operator, operands)
            act = _ACTS.get(operator)
            if act is not None:
                try:
                    act(self, operands)
                except (TypeError, ValueError, IndexError, KeyError, OverflowError, AttributeError):
                    continue  # A printer passes over an operation that is not as it should be.

    def save(self, _: Sequence[Any]) -> None:
        if len(self._saved) < _MOST_SAVED:
            self._saved.append(self._state)

    def bring_back(self, _: Sequence[Any]) -> None:
        self._state = self._saved.pop()

    def move_all(self, operands: Sequence[Any]) -> None:
        self._state = replace(self._state, matrix=_times(_matrix(operands), self._state.matrix))

    def begin_text(self, _: Sequence[Any]) -> None:
        self._text = self._line = _AS_IT_IS

    def set_font(self, operands: Sequence[Any]) -> None:
        font = self._letters.font(self._resources, operands[0])
        self._state = replace(self._state, font=font, size=float(operands[1]))

    def set_leading(self, operands: Sequence[Any]) -> None:
        self._state = replace(self._state, leading=float(operands[0]))

    def set_between_letters(self, operands: Sequence[Any]) -> None:
        self._state = replace(self._state, between_letters=float(operands[0]))

    def set_between_words(self, operands: Sequence[Any]) -> None:
        self._state = replace(self._state, between_words=float(operands[0]))

    def set_stretch(self, operands: Sequence[Any]) -> None:
        self._state = replace(self._state, stretch=float(operands[0]) / 100)

    def move(self, operands: Sequence[Any]) -> None:
        by = (1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1]))
        self._text = self._line = _times(by, self._line)

    def move_and_set_leading(self, operands: Sequence[Any]) -> None:
        self.set_leading([-operands[1]])
        self.move(operands)

    def place(self, operands: Sequence[Any]) -> None:
        self._text = self._line = _matrix(operands)

    def next_line(self, _: Sequence[Any]) -> None:
        self.move([0, -self._state.leading])

    def show(self, operands: Sequence[Any]) -> None:
        self.show_pieces([operands[:1]])

    def show_on_next_line(self, operands: Sequence[Any]) -> None:
        self.next_line(())
        self.show(operands[-1:])

    def show_pieces(self, operands: Sequence[Any]) -> None:
        """Show strings; a number between them moves the next one back, in thousandths."""
        state = self._state
        written: list[str] = []
        start = at = 0.0
        for piece in operands[0]:
            if isinstance(piece, bytes | str):
                words, advance = self._read(piece)
                written.append(words)
                at += advance
                continue
            by = -float(piece) / 1000 * state.size * state.stretch
            if by > _WIDE_GAP * state.size * state.stretch:
                self._put("".join(written), start, at)
                written, start = [], at + by
            elif by > _GAP * state.size * state.stretch and written:
                written.append("" if written[-1].endswith(" ") else " ")
            at += by
        self._put("".join(written), start, at)
        self._text = _times((1.0, 0.0, 0.0, 1.0, at, 0.0), self._text)

    def _read(self, raw: bytes | str) -> tuple[str, float]:
        """Return a string's letters, and how far it moves the pen."""
        state = self._state
        if isinstance(raw, str) or state.font is None:
            words = raw.translate(_PLAIN) if isinstance(raw, str) else raw.decode("latin-1")
            width, number = 500.0 * len(words), len(words)
        else:
            words, width, number = state.font.read(raw)
        apart = number * state.between_letters + words.count(" ") * state.between_words
        return words, (width / 1000 * state.size + apart) * state.stretch

    def _put(self, words: str, start: float, end: float) -> None:
        if not words.strip():
            return
        a, b, c, d, e, f = _times(self._text, self._state.matrix)
        turn = round(atan2(b, a) * 2 / pi) % 4
        x, y = _TURNS[turn]((e + start * a, f + start * b))
        run = Run(
            x, x + abs(end - start) * hypot(a, b), y, abs(self._state.size) * hypot(c, d), words
        )
        if all(abs(place) < _FARTHEST for place in run[:4]):
            self.runs.append((turn, run))

    def draw_form(self, operands: Sequence[Any]) -> None:
        form = self._resources["/XObject"].get_object()[operands[0]].get_object()
        self._budget.take(_PRICE_OF_FORM)
        if form.get("/Subtype") != "/Form" or self._depth >= _DEEPEST:
            return
        self._budget.take(len(form.get_data()) // BYTES_A_STEP)
        around = self._state, self._text, self._line, self._resources
        self._depth += 1
        try:
            self.move_all(form.get("/Matrix", _AS_IT_IS))
            self.draw(form, form.get("/Resources", self._resources))
        finally:
            self._depth -= 1
            self._state, self._text, self._line, self._resources = around


BYTES_A_STEP = 40
"""Bytes of a drawing, spaces and comments too, that take as long to parse as a step."""


def _matrix(operands: Sequence[Any]) -> _Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands[-6:])
    return a, b, c, d, e, f


_Point = tuple[float, float]
_TURNS: Sequence[Callable[[_Point], _Point]] = (
    lambda at: at,
    lambda at: (at[1], -at[0]),
    lambda at: (-at[0], -at[1]),
    lambda at: (-at[1], at[0]),
)
"""A place on the page as it is when its words stand upright, by the quarters they are turned."""

_ACTS: Mapping[bytes, Callable[[_Drawing, Sequence[Any]], None]] = {
    b"q": _Drawing.save,
    b"Q": _Drawing.bring_back,
    b"cm": _Drawing.move_all,
    b"BT": _Drawing.begin_text,
    b"Tf": _Drawing.set_font,
    b"TL": _Drawing.set_leading,
    b"Tc": _Drawing.set_between_letters,
    b"Tw": _Drawing.set_between_words,
    b"Tz": _Drawing.set_stretch,
    b"Td": _Drawing.move,
    b"TD": _Drawing.move_and_set_leading,
    b"Tm": _Drawing.place,
    b"T*": _Drawing.next_line,
    b"Tj": _Drawing.show,
    b"TJ": _Drawing.show_pieces,
    b"'": _Drawing.show_on_next_line,
    b'"': _Drawing.show_on_next_line,
    b"Do": _Drawing.draw_form,
}
