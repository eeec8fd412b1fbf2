"""A program of that id lies there already."""

from pathlib import Path


def make(root: Path) -> None:
    """An empty folder is enough."""
    folder = root / "cohorts" / "tiny"
    folder.mkdir(parents=True)
    (folder / "program.yaml").write_text("format: 1\n", encoding="utf-8")
