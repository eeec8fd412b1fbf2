"""A template that misspells a placeholder, and one of a person."""

from pathlib import Path

from docx import Document


def make(root: Path) -> None:
    """One paragraph in a Word file."""
    document = Document()
    document.add_paragraph(
        "Nomor {{ nomber }} {% for track in tracks %}{% for person in track.people %}{{ person.nme }}{% endfor %}{% endfor %}"
    )
    document.save(str(root / "ba.docx"))
