"""participants.csv as Excel saves it: with a byte order mark and semicolons."""

from pathlib import Path


def make(root: Path) -> None:
    """Save it again the way Excel would."""
    path = root / "participants.csv"
    text = path.read_text(encoding="utf-8").replace(",", ";").replace("\n", "\r\n")
    path.write_bytes(text.encode("utf-8-sig"))
