"""A workbook of which a half was lost on the way."""

from pathlib import Path

from synthetic.book import Sheet, to_bytes


def make(root: Path) -> None:
    """Keep the first half of its bytes."""
    whole = to_bytes((Sheet("Form", (("Nama Lengkap", "NIK", "Pelatihan"),)),))
    (root / "peserta.xlsx").write_bytes(whole[: len(whole) // 2])
