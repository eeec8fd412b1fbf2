"""Personal data in tracked text is found, and numbers that are none are left alone."""

import hashlib

import pytest

from ikmctl.engine.privacy import is_nik_like, scan

# The serials of the numbers below are made up; without `synthetic` they count as real ones.
NIK = "3324014102879001"


def kinds(text: str, *, synthetic: bool = False) -> list[tuple[str, int, int, int]]:
    return [(one.kind, one.line, one.column, one.length) for one in scan(text, synthetic=synthetic)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"P001,{NIK},x", [("nik", 1, 6, 16)]),
        (f"a\nb '{NIK}", [("nik", 2, 4, 16)]),
        ("332401 410287 9001", [("nik", 1, 1, 18)]),
        ("33.24.01.41.02.87.9001", [("nik", 1, 1, 22)]),
        ("telp 0812-0000-1234", [("phone", 1, 6, 14)]),
        ("+62 812 0000 1234", [("phone", 1, 1, 17)]),
        ("6281200001234", [("phone", 1, 1, 13)]),
        ("surat ke ani.w@kantor.go.id.", [("email", 1, 10, 18)]),
    ],
)
def test_found_at_its_place(text: str, found: list[tuple[str, int, int, int]]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    "text",
    [
        hashlib.sha256(b"x").hexdigest(),
        "rules: 5f0c" + "0" * 60,
        "3324013113879001",  # month 13
        "3324013002879001",  # 30 February
        "3324017202879001",  # day 72
        "0024014102879001",  # no such province
        "33240141028790011",  # 17 digits
        NIK[:12] + "0000",  # serial 0000 is never issued
        "P017,ecoprint,87.000000,62740915",
        "2025-09-29/1",
        "500.9/0101/2025",
        "key: 56319570",
        "@ikmctl",
    ],
)
def test_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_made_up_shapes_pass_only_in_synthetic_data() -> None:
    text = f"{NIK} 0812-0000-1234 ani@example.org"
    assert [kind for kind, *_ in kinds(text)] == ["nik", "phone", "email"]
    assert kinds(text, synthetic=True) == []
    assert [kind for kind, *_ in kinds("budi@kantor.go.id", synthetic=True)] == ["email"]


def test_made_up_shapes_stand_where_they_belong() -> None:
    """Four noughts at the head of a number are no middle; a domain is made up by its end, not by its beginning."""
    for text, kind in (("0800-0012-3456", "phone"), ("ani@example.org.kantor.id", "email")):
        assert [one for one, *_ in kinds(text, synthetic=True)] == [kind]
    for text in ("0812-3000-0456", "ani@surat.example.org", "ani@EXAMPLE.org"):
        assert kinds(text, synthetic=True) == []


@pytest.mark.parametrize(
    ("day", "month", "real"),
    [("01", "01", True), ("31", "12", True), ("41", "12", True), ("71", "01", True), ("00", "01", False),
     ("40", "01", False), ("32", "01", False), ("72", "01", False), ("31", "04", False), ("15", "00", False),
     ("15", "13", False)],
)  # fmt: skip
def test_days_and_months_of_the_calendar(day: str, month: str, real: bool) -> None:
    assert is_nik_like(f"332401{day}{month}879001") is real


def test_women_and_leap_days() -> None:
    assert is_nik_like("3324016902889001")  # 29 + 40 February of a leap year
    assert not is_nik_like("3324017002889001")  # 30 February
