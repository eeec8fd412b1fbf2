from pathlib import Path

import pytest

from ikmctl.domain.participant import Person
from ikmctl.store.register import (
    Helped,
    keyed,
    mac_of,
    number_key,
    read_answers,
    read_history,
    read_key,
    read_people,
    write_history,
    write_people,
)

SITI = Person("P002", "3324015509879001", ("3324015509879009",), {"name": "Siti Aminah", "phone": "+6281200001234"})
BUDI = Person("P010", "3324010101909002", (), {"name": 'Budi, "Bud"', "address": "Jl. Melati 1\nKendal"})


def test_people_survive_writing_and_reading() -> None:
    text = write_people([BUDI, SITI])
    people, problems = read_people(text, "people.csv")
    assert problems == []
    assert people == (SITI, BUDI)


def test_columns_stand_a_to_z_and_blank_ones_are_left_out() -> None:
    header = write_people([Person("P001", "x", (), {"phone": "1", "name": "A", "email": ""})]).splitlines()[0]
    assert header == "number,identity,former,name,phone"


def test_a_file_without_rows_has_no_people() -> None:
    assert read_people(write_people([]), "people.csv") == ((), [])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("number;identity;former\nP001;3324015509879001;\n", "IKM310", "1"),
        ("number,identity,former\nP001,3.32402E+15,\n", "IKM310", "2"),
        ("number,identity,former\nP001,x\n", "IKM310", "2"),
        ("number,identity,former\n3324015509879001,x,\n", "IKM310", "2"),
        ("number,identity,former\nP001,x,\nP001,y,\n", "IKM311", "3"),
        ('number,identity,former\n"P001,x,\n', "IKM310", ""),
        ("", "IKM310", ""),
        ('number,identity,former\nP001,x,"y\nz"\nP002,x\n', "IKM310", "4"),
    ],
)
def test_a_damaged_register_is_refused_whole(text: str, code: str, line: str) -> None:
    people, problems = read_people(text, "private/people.csv")
    assert people == ()
    assert [(item.code, item.params["line"]) for item in problems] == [(code, line)]
    assert problems[0].where.line is None, "a line number would make outputs print the private line"


def test_problems_and_repr_carry_no_private_value() -> None:
    _, problems = read_people("number,identity,former,nik\nP001,3324015509879001,\n", "people.csv")
    assert "3324015509879001" not in repr(problems)
    assert repr(SITI) == "Person('P002', ...)"


def test_numbers_are_ordered_as_people_count() -> None:
    assert sorted(["P10", "P2", "A1", "REG/3", "P2B"], key=number_key) == ["A1", "P2", "P10", "P2B", "REG/3"]


def test_the_key_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "key"
    assert read_key(path) == (None, [])
    path.write_bytes(b"k" * 31)
    key, problems = read_key(path)
    assert key is None
    assert [item.code for item in problems] == ["IKM312"]
    path.write_bytes(b"k" * 32)
    assert read_key(path) == (b"k" * 32, [])


def test_a_folder_in_place_of_the_key_is_a_problem(tmp_path: Path) -> None:
    assert [item.code for item in read_key(tmp_path)[1]] == ["IKM901"]


def test_keyed_digests_differ_by_key_and_use() -> None:
    # printf 'a\nb' | openssl dgst -sha256 -hmac kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
    assert keyed(b"k" * 32, "a", "b") == "770d676d42ecff39cef55b47c8a92eee46e95e4e8718ab8cad803d0db8737b84"
    assert keyed(b"k" * 32, "a", "b") != keyed(b"l" * 32, "a", "b")
    assert keyed(b"k" * 32, "x") != mac_of(b"k" * 32, "x")
    assert len(mac_of(b"k" * 32, "x")) == 64


def test_history_is_sorted_and_each_line_stands_once() -> None:
    old = Helped("b" * 64, "kendal-wub-2023", 2023, "training", "wub-2023", "2025-01-02")
    new = Helped("a" * 64, "kendal-wub-2024", 2024, "equipment", "wub-2024", "2025-01-02")
    text = write_history([old, new, old])
    assert read_history(text, "history.csv") == ((new, old), [])


@pytest.mark.parametrize(
    "text",
    [
        "mac,program\n",
        "mac,program,year,kind,list,on\na,b,last,c,d,2025-01-01\n",
        "mac,program,year,kind,list,on\na,b,2020,c,d,1/1\n",
    ],
)
def test_a_damaged_history_is_said(text: str) -> None:
    assert [item.code for item in read_history(text, "history.csv")[1]] == ["IKM313"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ('mac,program,year,kind,list,on\n"', ""),
        ("mac,program,year,kind,list,on\na,b,\u00b2,c,d,2025-01-01\n", "2"),
        ("mac,program,year,kind,list,on\na,b," + "9" * 5000 + ",c,d,2025-01-01\n", "2"),
    ],
)
def test_a_history_that_was_cut_off_or_has_a_strange_year_is_damaged(text: str, line: str) -> None:
    assert [(one.code, one.params["line"]) for one in read_history(text, "history.csv")[1]] == [("IKM313", line)]


def test_a_file_of_answers_that_was_cut_off_is_damaged() -> None:
    assert [one.code for one in read_answers("", "duplicates.csv")[1]] == ["IKM340"]
