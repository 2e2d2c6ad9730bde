"""`merge`, which git calls."""

from pathlib import Path

import click

from briefing.cli.output import say
from briefing.text import count

_MOST_NAMED = 5

_version = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("merge")
@click.argument("base", type=_version)
@click.argument("ours", type=_version)
@click.argument("theirs", type=_version)
@click.argument("path")
def merge_command(base: Path, ours: Path, theirs: Path, path: str) -> None:
    """Merge two versions of the table PATH into OURS; git does that after `init --git`."""
    from briefing.store.merge_files import merge_files

    in_doubt = merge_files(base, ours, theirs, path)
    if in_doubt:
        named = ", ".join(in_doubt[:_MOST_NAMED])
        more = f" and {len(in_doubt) - _MOST_NAMED} more" if len(in_doubt) > _MOST_NAMED else ""
        were = f"{count(len(in_doubt), 'record')} of {Path(path).stem}"
        say(f"{were} changed in two places at once, both versions kept to decide: {named}{more}")
