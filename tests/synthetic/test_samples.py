"""The sample workbooks follow from their generator, are the same every time and hold nobody real."""

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from synthetic.kendal import LINE, TIED, TRACKS, applicants, score, stands
from synthetic.kendal_books import FAULTS, HEADERS, registration
from synthetic.make import PROGRAMS, ROOT

BOOKS = {program: books() for program, books in PROGRAMS.items()}
NAMES = [(program, name) for program, books in BOOKS.items() for name in books]
IDENTITY = re.compile(r"(?<!\d)\d{16}(?!\d)")


def cells(content: bytes) -> list[tuple[str, list[tuple[object, ...]]]]:
    book = openpyxl.load_workbook(BytesIO(content))
    return [(page.title, list(page.iter_rows(values_only=True))) for page in book.worksheets]


@pytest.mark.parametrize(("program", "name"), NAMES)
def test_committed_workbook_is_what_the_generator_writes(program: str, name: str) -> None:
    committed = (ROOT / "cohorts" / program / "sample" / name).read_bytes()
    assert cells(committed) == cells(BOOKS[program][name])


def test_two_runs_write_the_same_bytes() -> None:
    command = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from synthetic.make import PROGRAMS;"
        "print([hashlib.sha256(data).hexdigest() for books in PROGRAMS.values() for data in books().values()])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", command, str(ROOT / "tests")],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Jakarta"), ("2", "America/New_York"))
    }
    assert len(runs) == 1


@pytest.mark.parametrize("program", BOOKS)
def test_no_sample_lies_about(program: str) -> None:
    folder = ROOT / "cohorts" / program / "sample"
    assert sorted(path.name for path in folder.iterdir()) == sorted(BOOKS[program])


@pytest.mark.parametrize(("program", "name"), NAMES)
def test_every_identity_number_is_one_that_no_office_gives_out(program: str, name: str) -> None:
    texts = [str(value) for _, rows in cells(BOOKS[program][name]) for row in rows for value in row]
    serials = [found[-4:] for text in texts for found in IDENTITY.findall(re.sub(r"[ .]", "", text))]
    assert all("9000" <= serial <= "9999" for serial in serials)


def test_kendal_has_240_people_and_80_wishes_for_each_track() -> None:
    people = applicants()
    assert Counter(one.track for one in people) == dict.fromkeys(TRACKS, 80)
    assert len({one.person.nik for one in people}) == 240
    assert all("0000" in one.person.phone[4:8] for one in people)


def test_registration_moments_are_distinct_so_that_numbers_follow_from_them() -> None:
    moments = [one.registered for one in applicants()]
    assert moments == sorted(set(moments))


def test_registration_rows_add_up() -> None:
    rows = registration().rows
    body = [row for row in rows[rows.index(HEADERS) + 1 :] if row and isinstance(row[0], datetime)]
    assert len(body) == 240 + len(FAULTS) + 3


def test_one_track_has_a_tie_at_its_line() -> None:
    in_order = sorted((score(one) for one in applicants() if one.track == TIED and stands(one)), reverse=True)
    assert in_order[LINE - 1] == in_order[LINE]
    assert in_order[LINE - 2] > in_order[LINE - 1] > in_order[LINE + 1]


def test_samples_are_named_in_git_as_binary() -> None:
    assert "*.xlsx binary" in (Path(ROOT) / ".gitattributes").read_text()
