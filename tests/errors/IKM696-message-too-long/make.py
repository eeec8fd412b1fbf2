"""A class that takes everybody: three hundred people whose numbers have thirteen characters."""

from pathlib import Path

PROGRAM = """\
format: 1
id: tiny
synthetic: true
title: A class for everybody
as_of: 2025-09-29
stages:
  - id: curation
    quota: all
    order: [{by: fields.registered_at}]
"""


def make(root: Path) -> None:
    """Write program, people and no marks."""
    rows = "".join(f"REG-2025-{at:04},,,2025-09-01T08:00:00,\n" for at in range(300))
    people = f"number,track,track_2,registered_at,group\n{rows}"
    texts = {"program.yaml": PROGRAM, "participants.csv": people, "marks.csv": "number,mark,item,by,value\n"}
    for name, text in texts.items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")
