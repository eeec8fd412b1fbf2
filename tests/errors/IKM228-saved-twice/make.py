"""A CSV file that Excel opened as one column and saved again."""

from pathlib import Path


def make(root: Path) -> None:
    """Each line becomes one quoted cell."""
    path = root / "peserta.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(f'"{line}"\n' for line in lines), encoding="utf-8")
