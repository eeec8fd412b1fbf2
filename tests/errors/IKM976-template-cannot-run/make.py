"""A template with a placeholder that is not closed."""

from pathlib import Path

from docx import Document


def make(root: Path) -> None:
    """One paragraph in a Word file."""
    document = Document()
    document.add_paragraph("Nomor {{ number")
    document.save(str(root / "ba.docx"))
