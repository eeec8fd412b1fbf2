"""A program.yaml saved in the encoding of old Windows programs."""

from pathlib import Path


def make(root: Path) -> None:
    """A title with an accent, in cp1252."""
    path = root / "program.yaml"
    path.write_bytes(path.read_bytes().replace(b"A tiny program", b"A tiny caf\xe9"))
