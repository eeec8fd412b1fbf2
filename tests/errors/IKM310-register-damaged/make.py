"""A register of identities that somebody saved again in Excel."""

from pathlib import Path


def make(root: Path) -> None:
    """Its header is gone."""
    folder = root / "private"
    folder.mkdir(exist_ok=True)
    (folder / "people.csv").write_text("nomor;nik\\n", encoding="utf-8")
