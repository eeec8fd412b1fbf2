"""A template that misspells a placeholder, and one of a person."""

from pathlib import Path

from docx import Document


def make(root: Path) -> None:
    """One paragraph in a Word file."""
    document = Document()
    people = "{% for person in track.people %}{{ person.nme }}{% endfor %}"
    document.add_paragraph(f"Nomor {{{{ nomber }}}} {{% for track in tracks %}}{people}{{% endfor %}}")
    document.save(str(root / "ba.docx"))
