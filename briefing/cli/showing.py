"""`show`, `source`."""

import click

from briefing.cli.output import print_json, print_text, say
from briefing.cli.root import Common, as_json, common
from briefing.cli.sharing import Sharing, shared
from briefing.text import clean, clean_block


@click.command("show")
@click.argument("subject")
@as_json
@common
def show_command(given: Common, subject: str, as_json: bool) -> None:
    """Tell all that is known of one record, with the words it rests on."""
    from briefing.desk.describe import facts, quotation, readings
    from briefing.desk.find import NAMED_TYPES, resolve
    from briefing.model import Source

    with given.desk() as desk:
        record = resolve(desk, subject, (*NAMED_TYPES, Source))
        how = given.how(desk, as_json)
        if how == "json":
            print_json(record)
            return
        print_text(f"Id: {clean(record.id)}")
        for fact in facts(desk, record, with_clashes=True):
            text = clean(fact.text) if how == "plain" else fact.text
            print_text(f"{fact.label}: {text}{'  (not checked)' if fact.is_open else ''}")
            for doubt in fact.doubts:
                print_text(f"  Doubt: {doubt}")
            for other in readings(desk, record, fact.path) if fact.path else ():
                instead = f"{other.text or 'nothing'}, {other.why}"
                print_text(f"  Or: {clean(f'{instead} ({other.path} --other {other.number})')}")
            for citation in fact.citations:
                print_text(f"  Says: {quotation(desk, citation)}")


@click.command("sources")
@shared
@as_json
@common
def sources_command(given: Common, share: Sharing, as_json: bool) -> None:
    """List the sources: documents that are kept, and papers that are named, the newest last."""
    from briefing.cli.listing import print_records
    from briefing.model import Source

    with given.desk() as desk:
        seen = share.reading(desk)
        held = sorted(
            seen.store.all(Source), key=lambda source: source.published.sort_key(desk.home)
        )
        print_records(given, seen, held, as_json)
        share.tell()


@click.command("source")
@click.argument("subject")
@common
def source_command(given: Common, subject: str) -> None:
    """Print the kept text of a source, or where a named one is to be found."""
    from briefing import when_words
    from briefing.desk.find import resolve_as
    from briefing.model import Source

    with given.desk() as desk:
        source = resolve_as(desk, subject, Source)
        if source.is_held:
            print_text(clean_block(desk.store.source_text(source.sha256)))
            return
        say("This source is named, not kept:")
        told = (source.title, source.body, when_words.date_words(source.published), source.address)
        print_text(clean_block("\n".join(part for part in told if part)))
