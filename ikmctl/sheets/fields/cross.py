"""What the columns of one row say about each other. Differences are warnings: people move, clerks mistype."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.regions import today
from ikmctl.sheets.fields.base import Problem
from ikmctl.sheets.fields.nik import decode

_REGENCY: Final = 5


def from_nik(nik: str, as_of: date) -> Mapping[str, str]:
    """`birth_date`, `gender` and `regency` (of first issue) that a valid NIK carries."""
    facts = decode(nik, as_of.year)
    if facts is None:
        return {}
    return {"birth_date": facts.birth.isoformat(), "gender": facts.gender, "regency": today(facts.region)[:_REGENCY]}


def cross_checks(values: Mapping[str, str], as_of: date) -> tuple[tuple[str, Problem], ...]:
    """Problems by field, from the canonical values of one row.

    The NIK is compared with birth date, gender and region; a birth date with the program's day.
    """
    found: list[tuple[str, Problem]] = []
    inside = from_nik(values["nik"], as_of) if values.get("nik") else {}
    birth = values.get("birth_date")
    if birth and birth >= as_of.isoformat():
        found.append(("birth_date", Problem("IKM272", {"found": "####-##-##"})))
    elif birth and inside and birth[2:] != inside["birth_date"][2:]:
        found.append(
            ("birth_date", Problem("IKM284", {"parts": _parts(birth, inside["birth_date"])}, Severity.WARNING))
        )
    if inside and values.get("gender") not in (None, inside["gender"]):
        found.append(("gender", Problem("IKM285", {}, Severity.WARNING)))
    lives = (values.get("district") or values.get("regency") or "")[:_REGENCY]
    if inside and len(lives) == _REGENCY and lives != inside["regency"]:
        found.append(("nik", Problem("IKM286", {}, Severity.WARNING)))
    return tuple(found)


def _parts(left: str, right: str) -> str:
    """Which of day, month and year differ, as `dd-mm-yy` with the equal ones shown as dashes."""
    pairs = (("dd", 8, 10), ("mm", 5, 7), ("yy", 2, 4))
    return "-".join(name for name, start, end in pairs if left[start:end] != right[start:end])
