"""Two judges who mark ten people on two items, and agree in every cell."""

from pathlib import Path


def make(root: Path) -> None:
    program, people = root / "program.yaml", root / "participants.csv"
    text = program.read_text(encoding="utf-8").replace("[{id: J1}]", "[{id: J1}, {id: J2}]")
    program.write_text(text, encoding="utf-8", newline="\n")
    more = "".join(f"P{at:02},furniture,,2025-09-01T14:00:00,,30,male\n" for at in range(7, 11))
    people.write_text(people.read_text(encoding="utf-8") + more, encoding="utf-8", newline="\n")
    rows = [
        f"P{at:02},practice,{item},{judge},{1 + at % 5}\n"
        for at in range(1, 11)
        for item in ("hasil", "rapi")
        for judge in ("J1", "J2")
    ]
    body = "number,mark,item,by,value\n" + "".join(rows)
    (root / "marks.csv").write_text(body, encoding="utf-8", newline="\n")
