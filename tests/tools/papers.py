"""A cohort with everything that workbooks show: sessions, a panel, and people with names of all kinds."""

from pathlib import Path

from tools.console import ikmctl

LONG = "Raden Ayu Sri Wahyuningsih Kusumaningrum Setyowati Handayaningrat Purwaningsih,ST"
NAMES = {
    "P001": "Siti Aminah",
    "P002": '=HYPERLINK("http://x","y")',
    "P003": LONG,
    "P004": "<b>Ani</b> & {{ Budi }}",
    "P005": "Joko",
    "P006": "Tri",
}
NIK = "332401410287900"
PROGRAM = """\
format: 1
id: office
synthetic: true
title: Pelatihan kecil
organizer: Dinas Contoh
region: "33.24"
venue: Balai Desa
dates: {start: 2025-09-29, end: 2025-10-01, off: [2025-09-30], sessions_per_day: 2}
schedule: {objection: {start: 2025-10-07, end: 2025-10-09}, confirm_by: 2025-10-13}
as_of: 2025-09-29
tracks:
  - {id: batik, name: Batik, quota: 2, reserves: 1}
  - {id: las, name: Las, quota: 1, reserves: 1}
  - {id: kosong, name: Kosong, quota: 1}
marks:
  attendance: {per: session, stage: curation, codes: {H: 1, S: 0, I: 0.5, A: 0}}
  test: {per: participant, stage: curation, min: 0, max: 100}
  work: {per: judge, stage: curation, min: 1, max: 5}
panel:
  judges: [{id: J1, role: akademisi}, {id: J2, role: praktisi}]
stages:
  - id: curation
    eligibility:
      - {rule: age, min: 18, max: 55}
    criteria:
      - {id: test, source: marks.test, direction: benefit, scale: {linear: [0, 100]}, weight: 60, missing: pending}
      - {id: work, source: marks.work, direction: benefit, scale: {linear: [1, 5]}, weight: 40, missing: pending}
    selection: {ties: [ticket]}
documents:
  paper: F4
  place: Kendal
  letterhead: [PEMERINTAH KABUPATEN CONTOH, DINAS CONTOH]
"""
SESSIONS = ("2025-09-29/1", "2025-09-29/2", "2025-10-01/1", "2025-10-01/2")
CODES = {"P001": "HHHH", "P002": "HHAA", "P003": "HHHI", "P004": "AAAA", "P005": "HSIH", "P006": "HHH "}
TESTS = {"P001": 90, "P002": 80, "P003": 70, "P004": 60, "P005": 85, "P006": 75}
WORK = {"P001": (5, 4), "P002": (4, 4), "P003": (3, 3), "P004": (2, 3), "P005": (4, 5), "P006": (3, 4)}
AGES = {"P001": 30, "P002": 31, "P003": 32, "P004": 60, "P005": 33, "P006": 34}


def marks() -> str:
    """marks.csv: codes, a test, two judges."""
    rows = []
    for number in NAMES:
        coded = zip(SESSIONS, CODES[number], strict=True)
        rows += [f"{number},attendance,,{session},{code}" for session, code in coded if code.strip()]
        rows += [f"{number},test,,,{TESTS[number]}"]
        rows += [f"{number},work,,J{judge},{mark}" for judge, mark in enumerate(WORK[number], 1)]
    return "\n".join(["number,mark,item,by,value", *sorted(rows)]) + "\n"


def office(folder: Path, documents: str = "", change: tuple[str, str] | None = None) -> Path:
    """Write the cohort with a register, curate it, and say where it lies.

    Places: batik P001 and P002, reserve P003; las P005, reserve P006; P004 is too old.
    """
    root = folder / "cohorts" / "office"
    (root / "private").mkdir(parents=True)
    text = PROGRAM + documents
    if change:
        assert change[0] in text
        text = text.replace(*change)
    (root / "program.yaml").write_text(text)
    people = [f"{n},{'batik' if n <= 'P004' else 'las'},,,,{AGES[n]}" for n in NAMES]
    (root / "participants.csv").write_text("number,track,track_2,registered_at,group,age\n" + "\n".join(people) + "\n")
    (root / "marks.csv").write_text(marks())
    register(root)
    assert ikmctl("lock rules --by Ketua --on 2025-09-28", root).code == 0
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    return root


def register(root: Path, *, account: bool = False) -> None:
    """private/people.csv; P005 has no phone."""
    lines = ["number,identity,former,account,birth_date,name,nik,phone"]
    for number, name in NAMES.items():
        nik, phone = f"{NIK}{number[-1]}", "" if number == "P005" else f"+62812000012{number[-2:]}"
        quoted = name.replace('"', '""')
        bank = "0012-0000-0017" if account and number == "P001" else ""
        lines.append(f'{number},{nik},,{bank},1990-01-02,"{quoted}",{nik},{phone}')
    (root / "private" / "people.csv").write_text("\n".join(lines) + "\n")
