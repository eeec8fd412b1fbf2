"""The folder of the stage is a link that leads elsewhere."""

from pathlib import Path


def make(root: Path) -> None:
    """To a folder beside the cohort's."""
    outside = root.parent / f"{root.name}-elsewhere"
    outside.mkdir()
    (root / "curation").symlink_to(outside, target_is_directory=True)
