"""A template that reaches into what it must not."""

from pathlib import Path

from docx import Document


def make(root: Path) -> None:
    """One paragraph in a Word file."""
    document = Document()
    document.add_paragraph("{{ number.upper() }}")
    document.save(str(root / "ba.docx"))
