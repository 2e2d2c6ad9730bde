"""What is asked of whoever decides: a recommendation with boxes to tick."""

from dataclasses import replace

from briefing.note.blocks import Block, Bullets, Item, Paragraph, Run
from briefing.note.scene import Scene

_BOX, _APART = "\N{BALLOT BOX}\N{NO-BREAK SPACE}", "\N{EM SPACE}"


def with_boxes(scene: Scene, written: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a recommendation with boxes, for each of its entries where it has a list of them."""
    words = scene.words
    told = _APART.join((f"{_BOX}{words.say('Agreed')}", f"{_BOX}{words.say('Not agreed')}"))
    boxes = (Run(text=told),)
    lists = [block for block in written if isinstance(block, Bullets)]
    if not lists:
        return (*written, Paragraph(text=boxes)) if written else ()
    return tuple(
        _each(block, Item(text=boxes)) if isinstance(block, Bullets) else block for block in written
    )


def _each(block: Bullets, boxes: Item) -> Bullets:
    return Bullets(items=tuple(replace(item, under=(*item.under, boxes)) for item in block.items))
