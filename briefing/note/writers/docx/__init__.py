"""A note as a Word document: in the look of the house, or in the user's own template."""

from pathlib import Path

from briefing.note.blocks import BriefingNote
from briefing.note.layout import Layout


def write(note: BriefingNote, layout: Layout) -> bytes:
    """Return the note as a Word document (ECMA-376), the same bytes for the same note.

    A TemplateError tells in a sentence why the user's template can't be used.
    """
    from briefing.note.writers.docx import body, dense, edges, languages, package, styles, template

    language = languages.tag(note.language)
    with template.blamed(layout.template):
        document = template.opened(layout.template, layout.paper)
        looks = styles.completed(document)
        languages.set_language(document, language)
        if note.is_dense and layout.template is None:
            dense.tighten(document)
        body.fill(document, note, looks)
        edges.fill(document, note, looks)
        package.strip(document, layout.template)
        return package.packed(document, title=note.title, language=language, author=layout.author)


def missing_styles(path: Path) -> tuple[str, ...]:
    """Return the names of the styles that a template lacks and that `write` adds to its own.

    A TemplateError tells in a sentence why the template can't be used.
    """
    from briefing.note.writers.docx import styles, template

    with template.blamed(path):
        return styles.missing(template.opened(path))
