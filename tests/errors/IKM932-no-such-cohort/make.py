"""One program, named wrongly."""

from pathlib import Path


def make(root: Path) -> None:
    """Enough of it to be found."""
    folder = root / "cohorts" / "kendal-wub-2025"
    folder.mkdir(parents=True)
    (folder / "program.yaml").write_text("format: 1\nid: kendal-wub-2025\n", encoding="utf-8")
