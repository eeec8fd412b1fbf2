"""Regions by Kemendagri code or by name with the spellings that people use."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from ikmctl.domain.regions import districts, provinces, regencies, region_name, today
from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, fold, shown, warned
from ikmctl.sheets.fields.region_words import ABBREVIATIONS, ALIASES, DISTRICT_WORDS, PROVINCE_ALIASES, TYPE_WORDS
from ikmctl.sheets.grid import Cell

_CODE: Final = re.compile(r"([0-9]{2})(?:\.?([0-9]{2})(?:\.?([0-9]{2})(?:\.?([0-9]{4}))?)?)?\Z")
_VILLAGE: Final = re.compile(r"^(?:desa|ds|kelurahan|kel|nagari|gampong|pekon|kampung|dusun)\b[.\s]+", re.IGNORECASE)
_GUESS: Final = 84.0
_MARGIN: Final = 8.0
_HINT: Final = 70.0
_SHORTEST: Final = 4
_LISTED: Final = 4
_LONGEST: Final = 100
_PROVINCE: Final = 2
_REGENCY: Final = 5
_DISTRICT: Final = 8


class Found(Struct, frozen=True):
    """Where a name leads: one code, several, or none with the name that is most like it."""

    codes: tuple[str, ...] = ()
    near: str = ""
    guessed: bool = False
    """Found by likeness, not by a known spelling."""


@lru_cache(maxsize=16384)
def squash(text: str, dropped: frozenset[str] = TYPE_WORDS) -> str:
    """A name for comparing: short words written out, type words and blanks dropped (`Kab. Bdg` is `bandung`)."""
    words = " ".join(ABBREVIATIONS.get(word, word) for word in fold(text).split()).split()
    return "".join(word for word in words if word not in dropped) or "".join(words)


def _is_city(text: str) -> bool | None:
    """Whether a name says city (True), regency (False) or neither (None)."""
    words = set(fold(text).split())
    if words & {"kota", "kotamadya", "kodya"}:
        return True
    return False if words & {"kab", "kabupaten", "kb"} else None


def _index(names: Iterable[tuple[str, str]], dropped: frozenset[str] = TYPE_WORDS) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, name in names:
        found.setdefault(squash(name, dropped), []).append(code)
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def _provinces() -> Mapping[str, tuple[str, ...]]:
    return _index(provinces().items()) | {squash(name): (code,) for name, code in PROVINCE_ALIASES.items()}


@cache
def _regencies(province: str) -> Mapping[str, tuple[str, ...]]:
    """Known names of regencies; an alias never hides an official name."""
    official = _index((code, name) for code, name in regencies().items() if code.startswith(province))
    aliases = {squash(name): (code,) for name, code in ALIASES.items() if code.startswith(province)}
    return aliases | official


@cache
def _districts(inside: str) -> Mapping[str, tuple[str, ...]]:
    """Names of the sub-districts of one regency, of a province, or (empty) of the country."""
    inner = [pair for code in regencies() if code.startswith(inside) for pair in districts(code).items()]
    return _index(inner) | _index(inner, DISTRICT_WORDS)


def _look_up(text: str, index: Mapping[str, tuple[str, ...]], *, guess: bool) -> Found:
    word = squash(text)
    for spelling in (squash(text, DISTRICT_WORDS), word):
        if spelling in index:
            return Found(index[spelling])
    if not guess or len(word) < _SHORTEST:
        return Found()
    from rapidfuzz import fuzz, process

    hits = process.extract(word, tuple(index), scorer=fuzz.ratio, limit=2, score_cutoff=_HINT)
    if not hits:
        return Found()
    clear = hits[0][1] >= _GUESS and (len(hits) == 1 or hits[0][1] - hits[1][1] >= _MARGIN)
    codes = index[hits[0][0]]
    return Found(codes if clear else (), region_name(codes[0]) or "", guessed=clear)


def _by_code(text: str, length: int) -> str | None:
    """The code in use today for a code of the wanted length, or None."""
    found = _CODE.match(clean(text))
    code = today(".".join(part for part in found.groups() if part)) if found else ""
    return code if len(code) == length and region_name(code) else None


@lru_cache(maxsize=4096)
def find_province(text: str) -> Found:
    """A province by code or name."""
    code = _by_code(text, _PROVINCE)
    return Found((code,)) if code else _look_up(text, _provinces(), guess=True)


@lru_cache(maxsize=4096)
def find_regency(text: str, province: str = "") -> Found:
    """A regency or city by code or name; `Semarang` alone is two of them."""
    code = _by_code(text, _REGENCY)
    if code:
        return Found((code,))
    found = _look_up(text, _regencies(province), guess=True)
    city = _is_city(text)
    if len(found.codes) > 1 and city is not None:
        fitting = tuple(code for code in found.codes if regencies()[code].startswith("Kota") is city)
        return Found(fitting or found.codes, found.near, found.guessed)
    return found


@lru_cache(maxsize=4096)
def find_district(text: str, within: str, home: str) -> Found:
    """A sub-district by code or name: inside the row's region `within`, else in `home`, else anywhere by exact name."""
    code = _by_code(text, _DISTRICT)
    if code:
        return Found((code,))
    if within:
        return _look_up(text, _districts(within), guess=len(within) == _REGENCY)
    near = _look_up(text, _districts(home), guess=len(home) == _REGENCY) if home else Found()
    if near.codes and not near.guessed:
        return near
    abroad = _look_up(text, _districts(""), guess=False)
    return abroad if abroad.codes else near


def _answer(found: Found, text: str, context: FieldContext) -> Parsed:
    seen = shown(text, context)
    if len(found.codes) > 1:
        names = ", ".join(f"{_titled(code)}" for code in found.codes[:_LISTED])
        return failed("IKM276", found=seen, choices=names)
    if not found.codes:
        return failed("IKM275", found=seen, near=found.near)
    if found.guessed:
        return warned(found.codes[0], "IKM264", found=seen, near=_titled(found.codes[0]))
    return Parsed(found.codes[0])


def _titled(code: str) -> str:
    """Name with the regency, where it is a sub-district, and the code."""
    own = region_name(code) or ""
    return f"{own}, {region_name(code[:_REGENCY])} ({code})" if len(code) == _DISTRICT else f"{own} ({code})"


def province(cell: Cell, context: FieldContext) -> Parsed:
    """Read a province."""
    return _answer(find_province(cell.value), cell.value, context)


def regency(cell: Cell, context: FieldContext) -> Parsed:
    """Read a regency or city. `Kendal, Jawa Tengah` names the province too."""
    head, _, tail = cell.value.partition(",")
    inside = context.within[:_PROVINCE]
    stated = find_province(tail).codes if tail and not inside else ()
    found = find_regency(head if stated or inside else cell.value, inside or (stated[0] if stated else ""))
    if not found.codes and inside:
        elsewhere = find_regency(cell.value)
        if len(elsewhere.codes) == 1 and not elsewhere.guessed:
            return failed("IKM277", found=shown(cell.value, context), inside=region_name(inside) or inside)
    return _answer(found, cell.value, context)


def district(cell: Cell, context: FieldContext) -> Parsed:
    """Read a sub-district (kecamatan). `Kaliwungu, Kab. Kendal` names the regency too."""
    head, comma, tail = cell.value.partition(",")
    stated = find_regency(tail, context.within[:_PROVINCE]).codes if comma else ()
    within = stated[0] if len(stated) == 1 else context.within
    text = head if stated else cell.value
    found = find_district(text, within, context.region[:_REGENCY])
    outside = len(found.codes) == 1 and not found.codes[0].startswith(within)
    if outside or (not found.codes and within and not found.near and find_district(text, "", "").codes):
        return failed("IKM277", found=shown(text, context), inside=region_name(within) or within)
    return _answer(found, text, context)


def village(cell: Cell, context: FieldContext) -> Parsed:
    """Read a village: a code of ten digits, or its name without `Desa` or `Kelurahan`."""
    plain = clean(cell.value)
    found = _CODE.match(plain)
    if found and found[4] and region_name(today(".".join(found.groups()[:3]))):
        return Parsed(today(".".join(found.groups())))
    bare = _VILLAGE.sub("", plain)
    if len(bare) > _LONGEST or not any(ch.isalpha() for ch in bare):
        return failed("IKM275", found=shown(plain, context), near="")
    return Parsed(bare.title() if bare.isupper() or bare.islower() else bare)
