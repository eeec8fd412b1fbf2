"""Markup, terminal codes, direction marks and formulas in every text of a program, through every output.

YAML itself forbids control characters, so those travel in names, which come from spreadsheets; all others stand in
every text that somebody may write.
"""

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import openpyxl
import pytest
from reliability.mangle import HOSTILE
from tools.console import ikmctl
from tools.tiny import PEOPLE, marks

from ikmctl.domain.participant import Person
from ikmctl.store.register import write_people

UNSEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
QUIET: Final = tuple(
    text for text in HOSTILE if len(text) < 200 and not any(unicodedata.category(one) in UNSEEN for one in text)
)
"""Payloads that a text of YAML may hold."""
READING: Final = (
    "show participants --names", "show marks", "show scores --names", "show shortlist --names", "show quotas",
    "show pending", "status", "validate", "score -n", "verify", "explain P001", "explain P002 --what-if", "diff",
)  # fmt: skip
ACT: Final = ("--by", "{0}", "--reason", "{0}", "--document", "{0}", "--on", "2025-10-03")


def program(text: str) -> str:
    """A program in which every free text is this one."""
    quoted = json.dumps(text)
    return f"""\
format: 1
id: tiny
title: {quoted}
organizer: {quoted}
venue: {quoted}
as_of: 2025-09-29
tracks:
  - {{id: batik, name: {quoted}, quota: 1, reserves: 1, aliases: [{quoted}]}}
  - {{id: las, name: Las, quota: 1, reserves: 1}}
fields:
  - {{id: note, type: text, headers: [{quoted}]}}
marks:
  test: {{per: participant, stage: curation, min: 0, max: 100, headers: [{quoted}]}}
  work: {{per: participant, stage: curation, min: 0, max: 100}}
stages:
  - id: curation
    eligibility:
      - {{rule: not_one_of, field: note, values: [Tidak], missing: pass, basis: {quoted}}}
    criteria:
      - {{id: test, source: marks.test, direction: benefit, scale: {{linear: [0, 100]}}, weight: 50, missing: pending}}
      - {{id: work, source: marks.work, direction: benefit, scale: {{linear: [0, 100]}}, weight: 50, missing: pending}}
    selection: {{ties: [ticket]}}
    awards: {{tiers: [{{name: {quoted}, places: 2, amount: 1000}}]}}
documents:
  minutes: {{number: {quoted}, basis: [{quoted}], signers: [{{role: {quoted}, name: {quoted}}}]}}
"""


def made(folder: Path, text: str, names: Sequence[str]) -> Path:
    """The cohort with one payload in its texts, and others as the names of its six people."""
    root = folder / "cohorts" / "tiny"
    (root / "private").mkdir(parents=True)
    (root / "program.yaml").write_text(program(text), encoding="utf-8")
    lines = [f"{line},{json.dumps(text).replace(chr(92) + chr(34), chr(34) * 2)}" for line in PEOPLE.splitlines()[1:]]
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["number", "track", "track_2", "registered_at", "group", "note"])
    writer.writerows([*line.split(",")[:5], text] for line in lines)
    (root / "participants.csv").write_text(table.getvalue(), encoding="utf-8")
    (root / "marks.csv").write_text(marks())
    people = [
        Person(f"P00{n}", f"332408600590900{n}", (), {"name": name, "address": name, "nik": f"332408600590900{n}"})
        for n, name in enumerate(names, 1)
    ]
    (root / "private" / "people.csv").write_text(write_people(people), encoding="utf-8")
    return root


def seen(said: str) -> str:
    """The text, or what of it would move the cursor, turn the line around or hide."""
    bad = [one for one in said if unicodedata.category(one) in UNSEEN and one != "\n"]
    assert not bad, bad
    return said


def check_file(path: Path) -> None:
    """No formula, no link, no control character in what a command wrote for people."""
    if path.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(path).worksheets:
            cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
            # a recap has formulas of its own that count again; none is a text of somebody
            assert not any(cell.data_type == "f" and cell.value in HOSTILE for cell in cells), path
            assert not any(cell.hyperlink for cell in cells), path
    elif path.suffix in (".md", ".txt", ".html"):
        text = path.read_text(encoding="utf-8")
        seen(text)
        if path.suffix != ".txt":
            assert "<PT & Co>" not in text
            assert "[link=" not in text.replace("\\[", "")


@pytest.mark.parametrize("number", range(len(QUIET)))
def test_no_payload_has_power(tmp_path: Path, number: int) -> None:
    text = QUIET[number]
    root = made(tmp_path, text, [HOSTILE[(number * 6 + seat) % len(HOSTILE)] for seat in range(6)])
    curated = ikmctl("ikmctl curate --on 2025-10-02", root)
    assert curated.code == 0, curated.both
    seen(curated.both)
    withdrawn = ikmctl(
        ["ikmctl", "decide", "withdraw", "P001", "--kind", "mundur", *(word.format(text) for word in ACT)], root
    )
    seen(withdrawn.both)
    assert withdrawn.code in (0, 1) or "[IKM942]" in withdrawn.err, withdrawn.both  # an address stays out of the record
    for command in READING:
        forms = ("text", "json", "markdown", "csv") if command.startswith("show") else ("text", "json")
        answer = ikmctl(f"ikmctl {command} --format {forms[number % len(forms)]}", root)
        assert answer.code in (0, 1, 2), (command, answer.both)
        seen(answer.both)
        assert "IKM980" not in answer.both, command
    for kind in ("announcement", "rules", "recap", "receipts"):
        answer = ikmctl(f"ikmctl report {kind}", root)
        assert answer.code in (0, 1), (kind, answer.both)
        seen(answer.both)
    for action in ("blank", "make"):
        seen(ikmctl(f"ikmctl sheets {action}", root).both)
    for path in (root / "reports").rglob("*"):
        if path.is_file():
            check_file(path)
    assert ikmctl("ikmctl verify", root).code == 0


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("flag", ["--by", "--reason", "--document"])
def test_words_of_an_act_come_back_as_they_were_or_are_refused(tmp_path: Path, text: str, flag: str) -> None:
    root = made(tmp_path, "x", ["x"] * 6)
    said = {"--by": "Ketua", "--reason": "surat", flag: text}
    words = [word for pair in said.items() for word in pair]
    answer = ikmctl(["ikmctl", "decide", "withdraw", "P001", "--kind", "mundur", "--on", "2025-10-03", *words], root)
    assert answer.code in (0, 1, 2), answer.both
    assert "IKM980" not in answer.both
    seen(answer.both)
    if answer.code == 0:
        from ikmctl.store.files import read_decisions

        value = read_decisions((root / "decisions.yaml").read_text(encoding="utf-8"), "d").value
        assert value
        kept = {"--by": value[0].by, "--reason": value[0].reason, "--document": value[0].document}[flag]
        assert unicodedata.normalize("NFC", str(kept)) == unicodedata.normalize("NFC", text.strip())
