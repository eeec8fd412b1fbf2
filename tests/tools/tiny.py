"""The smallest cohort in which something can be won: two tracks, one seat and one reserve each, six people."""

from pathlib import Path

PROGRAM = """\
format: 1
id: tiny
synthetic: true
title: Program kecil
as_of: 2025-09-29
tracks:
  - {id: batik, name: Batik, quota: 1, reserves: 1}
  - {id: las, name: Las, quota: 1, reserves: 1}
marks:
  test: {per: participant, stage: curation, min: 0, max: 100}
  work: {per: participant, stage: curation, min: 0, max: 100}
stages:
  - id: curation
    criteria:
      - {id: test, source: marks.test, direction: benefit, scale: {linear: [0, 100]}, weight: 50, missing: pending}
      - {id: work, source: marks.work, direction: benefit, scale: {linear: [0, 100]}, weight: 50, missing: pending}
    selection: {ties: [ticket]}
"""
PEOPLE = "number,track,track_2,registered_at,group\n" + "".join(
    f"P00{n},{'batik' if n <= 3 else 'las'},,,\n" for n in range(1, 7)
)
VALUES = {"P001": (90, 60), "P002": (70, 70), "P003": (50, 80), "P004": (60, 60), "P005": (80, 90), "P006": (40, 90)}


def marks(values: dict[str, tuple[int, int]] = VALUES) -> str:
    """marks.csv of these people's two marks."""
    rows = [
        f"{n},{mark},,,{v}"
        for n, pair in sorted(values.items())
        for mark, v in zip(("test", "work"), pair, strict=True)
    ]
    return "\n".join(["number,mark,item,by,value", *rows]) + "\n"


def tiny(folder: Path) -> Path:
    """Write the cohort below `folder` and say where it lies. Places: batik P001, P002, P003; las P005, P006, P004."""
    root = folder / "cohorts" / "tiny"
    root.mkdir(parents=True)
    (root / "program.yaml").write_text(PROGRAM)
    (root / "participants.csv").write_text(PEOPLE)
    (root / "marks.csv").write_text(marks())
    return root
