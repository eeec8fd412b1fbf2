"""Provinces, regencies and sub-districts by Kemendagri code; data/NOTICE.md names source and vintage."""

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from typing import Final, Literal

VINTAGE: Final = "2025"
"""Kepmendagri 300.2.2-2138/2025."""

_PROVINCE: Final = 2
_REGENCY: Final = 5

FORMER: Final[Mapping[str, str]] = {
    "91.01": "93.01", "91.02": "95.01", "91.04": "94.01", "91.07": "94.02", "91.08": "94.03", "91.09": "94.04",
    "91.12": "95.02", "91.13": "95.03", "91.14": "95.04", "91.16": "93.02", "91.17": "93.03", "91.18": "93.04",
    "91.21": "95.05", "91.22": "95.06", "91.23": "95.07", "91.24": "95.08", "91.25": "94.05", "91.26": "94.06",
    "91.27": "94.07", "91.28": "94.08", "92.01": "96.01", "92.04": "96.02", "92.05": "96.03", "92.09": "96.04",
    "92.10": "96.05", "92.71": "96.71", "64.04": "65.01", "64.05": "65.03", "64.06": "65.02", "64.10": "65.04",
    "64.73": "65.71",
}  # fmt: skip
"""Codes before the provinces of 2012 and 2022 -> today's; older NIKs still carry them."""


@cache
def _lines() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Code -> name of provinces and regencies, and regency -> its sub-districts as one unread line."""
    names: dict[str, str] = {}
    inner: dict[str, str] = {}
    for line in (get_data("ikmctl.domain", "data/regions.txt") or b"").decode().splitlines():
        head, _, rest = line.partition("; ")
        code, _, name = head.partition(" ")
        names[code] = name
        if len(code) == _REGENCY:
            inner[code] = rest
    return names, inner


@cache
def districts(regency: str) -> Mapping[str, str]:
    """Sub-districts of a regency: code -> name."""
    items = _lines()[1].get(regency, "").split("; ")
    return {f"{regency}.{item[:2]}": item[3:] for item in items if item}


@cache
def provinces() -> Mapping[str, str]:
    """All provinces: code -> name."""
    return {code: name for code, name in _lines()[0].items() if len(code) == _PROVINCE}


@cache
def regencies() -> Mapping[str, str]:
    """All regencies and cities: code -> name with its word, such as `Kabupaten Kendal`."""
    return {code: name for code, name in _lines()[0].items() if len(code) == _REGENCY}


def region_name(code: str) -> str | None:
    """The name of a province, regency or sub-district, or None where the code is not in use."""
    if len(code) <= _REGENCY:
        return _lines()[0].get(code)
    return districts(code[:_REGENCY]).get(code)


def regency_known(code: str) -> Literal["", "regency", "province"]:
    """Whether a regency code is or was in use: empty if so, else what of it is unknown."""
    if code in FORMER or code in _lines()[0]:
        return ""
    return "regency" if code[:_PROVINCE] in _lines()[0] else "province"


def today(code: str) -> str:
    """A code of any level with its regency brought up to date."""
    return FORMER.get(code[:_REGENCY], code[:_REGENCY]) + code[_REGENCY:]
