"""Scratch copies of the example programs with their registers, as an office has them."""

import shutil
from pathlib import Path
from typing import Final

from tools.console import ikmctl
from tools.pages import ROOT

REGISTERS: Final = {
    "kendal-wub-2025": "pendaftaran.xlsx",
    "pekalongan-startup-2022": "peserta.xlsx",
    "kendari-sentra-2022": "usulan.xlsx",
    "kendari-sentra-2025": "usulan.xlsx",
    "kaliwungu-kemitraan": "anggota.xlsx",
}
"""Programs and the workbook that fills the private register."""
STAGES: Final = {
    "kendal-wub-2025": ("curation",),
    "pekalongan-startup-2022": ("final",),
    "kendari-sentra-2022": ("seats",),
    "kendari-sentra-2025": ("class", "certificate"),
    "kaliwungu-kemitraan": ("partners",),
}
_SEXES: Final = ("male", "female")
ON: Final = "2026-03-02"


def office(folder: Path, program: str) -> Path:
    """A copy of an example below `folder`, with names."""
    root = folder / "cohorts" / program
    shutil.copytree(ROOT / "cohorts" / program, root)
    ikmctl(["import", f"sample/{REGISTERS[program]}", "--on", "2025-09-28"], root)
    assert (root / "private" / "people.csv").is_file()
    return root


def made(root: Path, kind: str, form: str, *more: str) -> Path:
    """One document in one form; it must come out."""
    target = root / "reports" / f"made-{kind}.{form}"
    target.parent.mkdir(exist_ok=True)
    answer = ikmctl(["report", kind, *more, "--on", ON, "-o", str(target)], root)
    assert answer.code == 0, answer.both
    return target


def crowd(
    folder: Path, *, tracks: int = 1, districts: int = 1, people: int = 0, quota: int = 1, name: str = "Bidang {n}",
    extra: str = "",
) -> Path:  # fmt: skip
    """A program of any size, locked and with marks: person n goes to track n and district n, counted round.

    Every fourth person is a woman; the higher the number, the higher the score.
    """
    root = folder / "cohorts" / "crowd"
    root.mkdir(parents=True)
    listed = "".join(
        f"  - {{id: t{n:02}, name: {name.format(n=n)!r}, quota: {quota}, reserves: 1}}\n" for n in range(1, tracks + 1)
    )
    (root / "program.yaml").write_text(
        f"format: 1\nid: crowd\nsynthetic: true\ntitle: Program uji\nas_of: 2025-09-29\ntracks:\n{listed}{extra}"
        "marks:\n  test: {per: participant, stage: curation, min: 0, max: 1000}\n"
        "stages:\n  - id: curation\n    eligibility:\n      - {rule: domicile, within: '33.24'}\n"
        "      - {rule: one_of, field: gender, values: [female, male]}\n    criteria:\n"
        "      - {id: test, source: marks.test, direction: benefit, scale: {linear: [0, 1000]}, weight: 1,"
        " missing: pending}\n    selection: {ties: [ticket]}\n"
    )
    numbers = range(1, people + 1)
    (root / "participants.csv").write_text(
        "number,track,track_2,registered_at,group,district,gender\n"
        + "".join(
            f"P{n:03},t{(n - 1) % tracks + 1:02},,,,33.24.{(n - 1) % districts + 1:02},{_SEXES[n % 4 == 0]}\n"
            for n in numbers
        )
    )
    marks = "".join(f"P{n:03},test,,,{400 + n}\n" for n in numbers)
    (root / "marks.csv").write_text("number,mark,item,by,value\n" + marks)
    return root
