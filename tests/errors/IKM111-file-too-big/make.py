"""A program.yaml into which somebody pasted a whole registration."""

from pathlib import Path


def make(root: Path) -> None:
    """Append far more than people would write by hand."""
    with (root / "program.yaml").open("a", encoding="utf-8") as file:
        file.write("# " + "x" * 5_000_000 + "\n")
