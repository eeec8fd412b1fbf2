"""Made-up applicants. Their NIK ends in 9000-9999 and their phones hold 0000, so nobody real is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from synthetic.chance import Chance
from synthetic.words import KENDAL, LAST, MEN, STREETS, WOMEN, Region

FEMALE_DAY = 40
"""Added to the day of birth in a woman's NIK."""


@dataclass(frozen=True)
class Person:
    """Who somebody is, before they want anything."""

    name: str
    gender: str
    birth: date
    birth_place: str
    nik: str
    family_card: str
    phone: str
    address: str
    village: str
    district: str
    regency: str
    occupation: str


def identity_number(district: str, birth: date, serial: int, *, female: bool = False) -> str:
    """A NIK (or family card number) of a six-digit district with a serial that no office gives out."""
    if not 9000 <= serial <= 9999:
        raise AssertionError(serial)
    day = birth.day + (FEMALE_DAY if female else 0)
    return f"{district}{day:02d}{birth:%m%y}{serial:04d}"


def home_in(region: Region, chance: Chance) -> tuple[str, str, str]:
    """Six-digit code, district and village of somebody's home."""
    names = list(region.districts)
    spread = [index for index, share in enumerate(region.crowd) for _ in range(share)]
    index = chance.pick(spread)
    return f"{region.code}{index + 1:02d}", names[index], chance.pick(region.districts[names[index]])


def make_person(
    chance: Chance,
    serial: int,
    *,
    female: bool,
    age: int,
    occupations: Sequence[str],
    as_of: date,
    region: Region = KENDAL,
) -> Person:
    """One person of `age` on `as_of`; `serial` (0-999) keeps the numbers apart."""
    code, district, village = home_in(region, chance)
    birth = as_of - timedelta(days=age * 365 + age // 4 + chance.between(5, 350))
    gender = "female" if female else "male"
    first = chance.pick(WOMEN if female else MEN)
    last = chance.pick([word for word in LAST[gender] if not word.startswith(first)])
    return Person(
        name=f"{first} {last}",
        gender=gender,
        birth=birth,
        birth_place=chance.pick(region.birthplaces),
        nik=identity_number(code, birth, 9000 + serial, female=female),
        family_card=identity_number(code, birth + timedelta(days=9000), 9000 + serial),
        phone=f"08{chance.pick((12, 13, 21, 22, 52, 57, 58, 77, 81, 95))}0000{1000 + serial * 7 % 9000}",
        address=f"{chance.pick(STREETS)} RT {chance.between(1, 9):02d}/RW {chance.between(1, 6):02d}",
        village=village,
        district=district,
        regency=region.name,
        occupation=chance.pick(occupations),
    )
