"""How far two records agree, field by field, as named levels. Weights stand in `duplicates`."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from msgspec import Struct

from ikmctl.engine.names import firm_words, person_words, respell, skeleton

Similarity: TypeAlias = Callable[[str, str], int]

LEVELS: Final[Mapping[str, tuple[str, ...]]] = {
    "nik": ("same", "near", "serial", "differs"),
    "birth_date": ("same", "near", "differs"),
    "gender": ("same", "differs"),
    "phone": ("same", "near", "differs"),
    "email": ("same", "differs"),
    "nib": ("same", "differs"),
    "name": ("same", "near", "part", "word", "differs"),
    "business_name": ("same", "near", "part", "differs"),
    "area": ("same", "near", "part", "differs"),
    "address": ("same", "near", "differs"),
}
"""Field -> the levels of agreement that it can show, best first; the fields cheapest to compare first."""

_NEAR_NAME: Final = 87
_NEAR_WORD: Final = 80
_SAME_ADDRESS: Final = 92
_NEAR_ADDRESS: Final = 72
_NEAR_AREA: Final = 84
_NIK_PLACE_AND_BIRTH: Final = 12
_SLIPS: Final = 2
_DATE_PARTS: Final = 2
_DAY: Final = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})\Z")
_ADDRESS_WORDS: Final = frozenset((
    "jl", "jln", "jalan", "gg", "gang", "no", "nomor", "rt", "rw", "dusun", "dsn", "dk", "dukuh", "desa", "ds", "kel",
    "kelurahan", "kec", "kecamatan", "kab", "kabupaten", "kota", "blok", "perum", "perumahan", "raya",
))  # fmt: skip


class Facts(Struct, frozen=True):
    """The values of one record made comparable, worked out once."""

    number: str
    nik: str
    name: tuple[str, ...]
    birth: tuple[str, str, str] | None
    gender: str
    phone: str
    email: str
    address: str
    village: str
    district: str
    firm: tuple[str, ...]
    nib: str

    def __repr__(self) -> str:
        """Name the number alone, so that a log never carries private data."""
        return f"Facts({self.number!r}, ...)"

    def blocks(self, *, firm: bool) -> Iterator[str]:
        """Keys that a true double nearly always shares at least one of; their order and repeats mean nothing."""
        first = sorted(skeleton(word)[:4] for word in self.name if len(word) > 1)
        initials = {word[0] for word in self.name}
        if self.nik:
            yield f"n{self.nik}"
            yield f"N{self.nik[:12]}"
            yield f"o{self.nik[6:]}"
        for tag, text in (("p", self.phone), ("e", self.email), ("l", self.nib)):
            if text:
                yield tag + text
        if self.name:
            yield "a" + " ".join(sorted(self.name))
            yield "s" + " ".join(first)
        if self.birth:
            year, month, day = self.birth
            yield from (f"b{year}{month}{day}{letter}" for letter in initials)
            yield from (f"c{word}{year}{month}" for word in first)
            yield from (f"d{word}{month}{day}" for word in first)
            yield from (f"y{word}{year}{day}" for word in first)
            yield f"g{year}{month}{day}{self.village[:3]}"
        if self.village or self.district:
            yield from (f"v{word}{self.village[:5]}{self.district}" for word in first)
        if self.address:
            yield from (f"w{self.address[:12]}{letter}" for letter in initials)
        if self.firm and firm:
            yield "f" + " ".join(sorted(self.firm))
            yield from (f"F{skeleton(word)}{self.village[:4]}" for word in self.firm)


def _birth(text: str) -> tuple[str, str, str] | None:
    found = _DAY.match(text)
    return (found[1], found[2], found[3]) if found else None


def _place(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return " ".join(respell(word) for word in words if word not in _ADDRESS_WORDS)


def facts_of(number: str, values: Mapping[str, str]) -> Facts:
    """Make the values of one record comparable; a field that is absent is silent."""

    def value(*names: str) -> str:
        return next((values[name] for name in names if values.get(name)), "")

    return Facts(
        number=number,
        nik=value("nik"),
        name=person_words(value("name", "owner_name")) if value("name", "owner_name") else (),
        birth=_birth(value("birth_date")),
        gender=value("gender"),
        phone=value("phone"),
        email=value("email").casefold(),
        address=_place(value("address", "business_address")),
        village=_place(value("village")),
        district=value("district").casefold(),
        firm=firm_words(value("business_name")) if value("business_name") else (),
        nib=value("nib"),
    )


def _nik(left: str, right: str) -> str:
    """`serial`: another person of one place and birthday, such as a twin; `near`: one or two slips elsewhere."""
    if left == right:
        return "same"
    if len(left) != len(right):
        return "differs"
    wrong = [place for place, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if wrong[0] >= _NIK_PLACE_AND_BIRTH:
        return "serial"
    return "near" if len(wrong) <= _SLIPS else "differs"


def _fits(word: str, other: str, similarity: Similarity) -> bool:
    """Whether two words of a name can be one: alike, or one the initial of the other."""
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return word == other or similarity(word, other) >= _NEAR_WORD


def _matched(short: tuple[str, ...], long: tuple[str, ...], similarity: Similarity) -> int:
    """How many words of the shorter name find their own partner in the longer one."""
    rest, found = list(long), 0
    for word in short:
        partner = next((other for other in rest if other == word), None) or next(
            (other for other in rest if _fits(word, other, similarity)), None
        )
        if partner is not None:
            rest.remove(partner)
            found += 1
    return found


def _words(left: tuple[str, ...], right: tuple[str, ...], similarity: Similarity) -> str:
    mine, theirs = sorted(left), sorted(right)
    if mine == theirs:
        return "same"
    if similarity(" ".join(mine), " ".join(theirs)) >= _NEAR_NAME or "".join(left) == "".join(right):
        return "near"
    short, long = sorted((left, right), key=lambda words: (len(words), words))
    found = _matched(short, long, similarity)
    if found == len(short) and any(len(word) > 1 for word in short):
        full = len(short) == len(long) and all(len(word) > 1 for word in (*short, *long))
        return "near" if full else "part"
    return "word" if found else "differs"


def _dates(left: tuple[str, str, str], right: tuple[str, str, str]) -> str:
    if left == right:
        return "same"
    swapped = left[0] == right[0] and left[1:] == right[:0:-1]
    agreeing = sum(a == b for a, b in zip(left, right, strict=True))
    return "near" if swapped or agreeing == _DATE_PARTS else "differs"


def _digits(left: str, right: str) -> str:
    if left == right:
        return "same"
    wrong = sum(a != b for a, b in zip(left, right, strict=False)) + abs(len(left) - len(right))
    return "near" if wrong == 1 or sorted(left) == sorted(right) else "differs"


def _area(left: Facts, right: Facts, similarity: Similarity) -> str:
    """Village inside district, as far as each is known."""
    districts = bool(left.district and right.district)
    if not districts and not (left.village and right.village):
        return ""
    if left.village and right.village:
        if left.village == right.village:
            return "same" if not districts or left.district == right.district else "near"
        if similarity(left.village, right.village) >= _NEAR_AREA:
            return "near"
    return "part" if districts and left.district == right.district else "differs"


def _plainly(mine: str, theirs: str) -> str:
    return "" if not (mine and theirs) else "same" if mine == theirs else "differs"


def _firms(left: tuple[str, ...], right: tuple[str, ...], similarity: Similarity) -> str:
    level = _words(left, right, similarity) if left and right else ""
    return "differs" if level == "word" else level


def _address(left: str, right: str, similarity: Similarity) -> str:
    if not (left and right):
        return ""
    if left == right:
        return "same"
    alike = similarity(left, right)
    return "same" if alike >= _SAME_ADDRESS else "near" if alike >= _NEAR_ADDRESS else "differs"


def levels(left: Facts, right: Facts, similarity: Similarity) -> Iterator[tuple[str, str]]:
    """Each field of LEVELS in turn with its level of agreement, empty where a record does not have it."""
    yield "nik", _nik(left.nik, right.nik) if left.nik and right.nik else ""
    yield "birth_date", _dates(left.birth, right.birth) if left.birth and right.birth else ""
    yield "gender", _plainly(left.gender, right.gender)
    yield "phone", _digits(left.phone, right.phone) if left.phone and right.phone else ""
    yield "email", _plainly(left.email, right.email)
    yield "nib", _plainly(left.nib, right.nib)
    yield "name", _words(left.name, right.name, similarity) if left.name and right.name else ""
    yield "business_name", _firms(left.firm, right.firm, similarity)
    yield "area", _area(left, right, similarity)
    yield "address", _address(left.address, right.address, similarity)
