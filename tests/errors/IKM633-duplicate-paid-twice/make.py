"""Two numbers of which somebody answered that they are one person."""

from pathlib import Path


def make(root: Path) -> None:
    """The register and the answer, as `duplicates --answer` keeps it."""
    private = root / "private"
    private.mkdir()
    rows = [f"P0{n},332408600590900{n},,Siti Aminah" for n in range(1, 7)]
    (private / "people.csv").write_text("\n".join(["number,identity,former,name", *rows]) + "\n", encoding="utf-8")
    answers = "left,right,answer,on,by,note\nP01,P02,same,2025-10-03,petugas,\n"
    (private / "duplicates.csv").write_text(answers, encoding="utf-8")
