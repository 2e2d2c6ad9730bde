"""Making a store that is not empty."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from briefing.model import Record, table_name
from briefing.platform import make_private_folder
from briefing.store.records import encode
from briefing.store.store import Store
from briefing.store.tables import write_table


def create(folder: Path, records: Iterable[Record]) -> None:
    """Make a store that begins with these records; there is nothing in it to undo.

    What a creation that was cut short left behind is replaced, since store.json comes last.
    """
    make_private_folder(folder)
    lines: dict[str, dict[str, bytes]] = defaultdict(dict)
    for record in records:
        lines[table_name(type(record))][record.id] = encode(record)
    for name, table in lines.items():
        write_table(folder / f"{name}.jsonl", table)
    Store.open(folder).close()
