"""Write the sample workbooks of the example programs: `python tests/synthetic/make.py`."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from synthetic import kaliwungu, kendal_books, kendari, pekalongan  # noqa: E402  the path above makes it importable

PROGRAMS: Mapping[str, Callable[[], Mapping[str, bytes]]] = {
    "kendal-wub-2025": kendal_books.books,
    "pekalongan-startup-2022": pekalongan.books,
    "kendari-sentra-2022": kendari.books_2022,
    "kendari-sentra-2025": kendari.books_2025,
    "kaliwungu-kemitraan": kaliwungu.books,
}


def main() -> None:
    """Write every workbook, each into `cohorts/<program>/sample/`."""
    for program, books in PROGRAMS.items():
        folder = ROOT / "cohorts" / program / "sample"
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in books().items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
