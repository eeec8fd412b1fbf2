"""Two programs side by side."""

from pathlib import Path


def make(root: Path) -> None:
    """Enough of each to be found."""
    for name in ("kendal-wub-2025", "pekalongan-startup-2022"):
        folder = root / "cohorts" / name
        folder.mkdir(parents=True)
        (folder / "program.yaml").write_text(f"format: 1\nid: {name}\n", encoding="utf-8")
