"""What a command leaves that was cut off while it wrote."""

from pathlib import Path


def make(root: Path) -> None:
    """The journal of its renames."""
    (root / ".ikmctl-pending").write_text("{}", encoding="utf-8")
