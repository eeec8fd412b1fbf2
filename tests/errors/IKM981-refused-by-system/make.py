"""A folder that is a link to itself, so that the system never arrives there."""

from pathlib import Path


def make(root: Path) -> None:
    """The link."""
    (root / "kantor").symlink_to("kantor")
