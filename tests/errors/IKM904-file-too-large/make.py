"""A participants.csv that ikmctl never wrote."""

from pathlib import Path


def make(root: Path) -> None:
    """Larger than any."""
    with (root / "participants.csv").open("ab") as file:
        file.truncate(1_000_000_000)
