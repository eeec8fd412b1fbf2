"""A title copied from a web page, with a character that turns the writing direction."""

from pathlib import Path


def make(root: Path) -> None:
    """Put the character into the title."""
    path = root / "program.yaml"
    text = path.read_text(encoding="utf-8").replace("A tiny program", "A tiny \u202eprogram")
    path.write_text(text, encoding="utf-8")
