"""A history of earlier aid that somebody saved again in Excel."""

from pathlib import Path


def make(root: Path) -> None:
    """Semicolons in place of commas."""
    (root / "private").mkdir(exist_ok=True)
    (root / "private" / "key").write_bytes(bytes(range(32)))
    (root / "private" / "history.csv").write_text("orang;program;tahun\n", encoding="utf-8")
