"""The 240 applicants of the Kendal example, with everything that is ever observed of them."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise

from synthetic.chance import Chance
from synthetic.people import Person, make_person

AS_OF = date(2025, 9, 29)
TRACKS = ("ecoprint", "motorcycle-workshop", "furniture")
EACH = 80
WOMEN_PERCENT = {"ecoprint": 72, "motorcycle-workshop": 0, "furniture": 12}
TEAM = ("K1", "K2")
"""Who judges business plans and interviews, in all tracks."""
JUDGES = {"ecoprint": ("J1", "J2"), "motorcycle-workshop": ("J3", "J4"), "furniture": ("J5", "J6")}
ITEMS = ("hasil", "kerapian", "keselamatan", "waktu", "alat")
LENIENCY = {"J1": 0, "J2": -6, "J3": 4, "J4": -2, "J5": 0, "J6": 3, "K1": 2, "K2": -5}
"""How much kinder a judge marks than another, in points of 100."""
WORK = (
    "Wiraswasta", "Wiraswasta", "wiraswasta", "Buruh Harian Lepas", "Karyawan Swasta", "karyawan swasta",
    "Belum/Tidak Bekerja", "Petani", "Pedagang", "Mengurus Rumah Tangga",
)  # fmt: skip
BARRED_WORK = ("PNS", "TNI", "Polri", "PNS", "TNI", "PNS")
SESSIONS = 8
STATEMENTS = ("Komitmen", "Kebenaran data")
RECENT_AID = (2023, 2024)
LINE = 10
"""Seats of each track."""
TIED = "motorcycle-workshop"
"""The track whose tenth and eleventh are made equal."""


@dataclass(frozen=True)
class Applicant:
    """One row of the registration and all marks that follow."""

    person: Person
    track: str
    registered: datetime
    readiness: int | None
    attendance: tuple[str, ...]
    pre: int | None
    post: int | None
    practice: dict[str, tuple[int, ...]] = field(default_factory=dict)
    plan: dict[str, int] = field(default_factory=dict)
    interview: dict[str, int] = field(default_factory=dict)
    statements: tuple[str, ...] = STATEMENTS
    aid_year: int | None = None
    number: str = ""


def _clamp(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))


def _items(chance: Chance, ability: int, judge: str) -> tuple[int, ...]:
    level = ability + LENIENCY[judge]
    return tuple(_clamp((level + chance.between(-17, 17) + 12) // 20 + 1, 1, 5) for _ in ITEMS)


def _one_mark(chance: Chance, ability: int, judge: str) -> int:
    return _clamp((ability + LENIENCY[judge] + chance.between(-20, 20) + 12) // 20 + 1, 1, 5)


def _marks(chance: Chance, one: Applicant, ability: int) -> Applicant:
    post = _clamp((34 + ability * 6 // 10 + chance.between(-10, 12)) // 4 * 4, 24, 100)
    pre = _clamp(post - chance.between(3, 14) * 4, 8, 92)
    return replace(
        one,
        readiness=_clamp((ability + chance.between(-30, 35)) // 25, 0, 3),
        attendance=("H",) * SESSIONS,
        pre=pre,
        post=post,
        practice={judge: _items(chance, ability, judge) for judge in JUDGES[one.track]},
        plan={judge: _one_mark(chance, ability, judge) for judge in TEAM},
        interview={judge: _one_mark(chance, ability, judge) for judge in TEAM},
    )


def score(one: Applicant) -> Fraction:
    """The score by the rubric of program.yaml, worked out apart from the program, for making a tie."""
    if one.pre is None or one.post is None or one.readiness is None or not one.practice:
        return Fraction(0)
    practice = _mean([Fraction(sum(marks), len(marks)) for marks in one.practice.values()])
    gain = Fraction(one.post - one.pre, 100 - one.pre)
    share = Fraction(one.attendance.count("H"), SESSIONS)
    points = (
        20 * Fraction(one.post),
        10 * _between(gain, Fraction(0), Fraction(6, 10)),
        25 * _between(practice, Fraction(1), Fraction(5)),
        10 * _between(share, Fraction(8, 10), Fraction(1)),
        15 * _between(_mean(list(one.plan.values())), Fraction(1), Fraction(5)),
        10 * Fraction((0, 33, 67, 100)[one.readiness]),
        10 * _between(_mean(list(one.interview.values())), Fraction(1), Fraction(5)),
    )
    return sum(points, Fraction(0)) / 100


def _mean(values: list[Fraction] | list[int]) -> Fraction:
    return Fraction(sum(values), len(values))


def _between(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """Points on a clamped line from `low` (0) to `high` (100)."""
    return min(max((value - low) / (high - low), Fraction(0)), Fraction(1)) * 100


def _apply(chance: Chance, serial: int, track: str, moment: datetime) -> tuple[Applicant, int]:
    female = chance.percent(WOMEN_PERCENT[track])
    person = make_person(
        chance, serial, female=female, age=chance.bell(18, 55), occupations=WORK[: None if female else -1], as_of=AS_OF
    )
    blank = Applicant(person, track, moment, None, (), None, None)
    ability = chance.bell(8, 96)
    return _marks(chance, blank, ability), ability


def _with_person(one: Applicant, **changes: object) -> Applicant:
    return replace(one, person=replace(one.person, **changes))  # type: ignore[arg-type]  # names are those of Person


def _barred(people: list[Applicant], chance: Chance) -> None:
    """Give some people what the rules exclude: age, home, occupation."""
    spots = chance.shuffled(range(len(people)))
    for spot, age in zip(spots[:6], (16, 17, 17, 57, 58, 61), strict=True):
        one = people[spot]
        changed = make_person(
            chance, 300 + spot, female=one.person.gender == "female", age=age, occupations=WORK, as_of=AS_OF
        )
        people[spot] = replace(one, person=changed)
    for spot, work in zip(spots[6:12], BARRED_WORK, strict=True):
        people[spot] = _with_person(people[spot], occupation=work)
    elsewhere = (("Mijen", "Kota Semarang"), ("Gringsing", "Kabupaten Batang"), ("Ngaliyan", "Kota Semarang"))
    for spot, (district, regency) in zip(spots[12:15], elsewhere, strict=True):
        people[spot] = _with_person(people[spot], district=district, regency=regency, village=district)


def _absent(people: list[Applicant], chance: Chance) -> None:
    """One missed session is allowed (7 of 8 are more than 80 %), two are not."""
    for count, spot in enumerate(chance.shuffled(range(len(people)))[:30]):
        days = list(people[spot].attendance)
        for day in chance.shuffled(range(SESSIONS))[: 1 + count % 2]:
            days[day] = chance.pick(("S", "I", "A"))
        people[spot] = replace(people[spot], attendance=tuple(days))


def _papers(people: list[Applicant], chance: Chance) -> None:
    """Some lack a statement, some were helped before: long ago, or too recently."""
    spots = chance.shuffled(range(len(people)))
    for spot in spots[:4]:
        people[spot] = replace(people[spot], statements=STATEMENTS[:1])
    for spot, year in zip(spots[4:14], (2024, 2023, 2024, 2019, 2018, 2020, 2019, 2021, 2022, 2017), strict=True):
        people[spot] = replace(people[spot], aid_year=year)


def _missing(people: list[Applicant]) -> None:
    """Leave out some marks of people who are far from the line, so that the final list is complete."""
    weak = sorted(range(len(people)), key=lambda spot: (score(people[spot]), spot))
    for spot in weak[:4]:
        people[spot] = replace(people[spot], post=None)
    for track in TRACKS:
        last = [spot for spot in _ranked(people, track) if people[spot].person.gender == "male"][-1]
        people[last] = replace(people[last], practice={})


def _families(people: list[Applicant], chance: Chance) -> None:
    """Let some people share a family card; one pair stands at the top of the same track."""
    spots = chance.shuffled(range(len(people)))[:28]
    for first, second in zip(spots[::2], spots[1::2], strict=True):
        one = people[first].person
        people[second] = _with_person(
            people[second],
            family_card=one.family_card, address=one.address, village=one.village,
            district=one.district, regency=one.regency,
        )  # fmt: skip
    best = _ranked(people, "ecoprint")
    people[best[3]] = _with_person(people[best[3]], family_card=people[best[1]].person.family_card)


def _ranked(people: list[Applicant], track: str) -> list[int]:
    spots = [spot for spot, one in enumerate(people) if one.track == track and stands(one)]
    return sorted(spots, key=lambda spot: (-score(people[spot]), spot))


def stands(one: Applicant) -> bool:
    """Whether the rules let the applicant in, as far as this sample plays with them."""
    age = (AS_OF - one.person.birth).days * 4 // 1461
    practised = [Fraction(sum(marks), len(marks)) for marks in one.practice.values()]
    return (
        18 <= age <= 55
        and one.person.regency == "Kabupaten Kendal"
        and one.person.occupation not in BARRED_WORK
        and one.attendance.count("H") >= SESSIONS - 1
        and one.statements == STATEMENTS
        and one.aid_year not in RECENT_AID
        and (one.post or 0) >= 60
        and bool(practised)
        and _mean(practised) >= 3
    )


def _tie(people: list[Applicant]) -> None:
    """Give somebody of the same gender, below the line of the motorcycle workshop, the marks of the tenth."""
    ranked = _ranked(people, TIED)
    tenth = people[ranked[LINE - 1]]
    below = next(spot for spot in ranked[LINE:] if people[spot].person.gender == tenth.person.gender)
    people[below] = replace(
        people[below],
        pre=tenth.pre,
        post=tenth.post,
        readiness=tenth.readiness,
        practice=tenth.practice,
        plan=tenth.plan,
        interview=tenth.interview,
        attendance=tenth.attendance,
    )


def _apart(people: list[Applicant]) -> None:
    """Take the other ties near the lines away, so that the made one is the only open one."""
    for track in TRACKS:
        for first, second in pairwise(_ranked(people, track)[: LINE + 8]):
            if score(people[first]) == score(people[second]) and second not in _made_equal(people):
                people[second] = _one_point_less(people[second])


def _one_point_less(one: Applicant) -> Applicant:
    judge = JUDGES[one.track][0]
    first, *rest = one.practice[judge]
    return replace(one, practice={**one.practice, judge: (first - 1, *rest)})


def _made_equal(people: list[Applicant]) -> set[int]:
    """The two whose marks are the same one by one."""
    ranked = _ranked(people, TIED)
    marks = [(people[spot].practice, people[spot].plan, people[spot].interview) for spot in ranked]
    return {spot for spot, own in zip(ranked, marks, strict=True) if marks.count(own) > 1}


@cache
def applicants() -> tuple[Applicant, ...]:
    """All 240, in the order in which they registered."""
    chance = Chance("kendal-wub-2025")
    tracks = chance.shuffled([track for track in TRACKS for _ in range(EACH)])
    moment = datetime(2025, 9, 1, 7, 30, 12)  # noqa: DTZ001  a form's own clock, written without zone
    people: list[Applicant] = []
    for serial, track in enumerate(tracks):
        moment += timedelta(seconds=chance.between(400, 12_000))
        people.append(_apply(chance, serial, track, moment)[0])
    _barred(people, chance)
    _absent(people, chance)
    _papers(people, chance)
    _missing(people)
    _families(people, chance)
    _tie(people)
    _apart(people)
    return tuple(replace(one, number=f"P{place:03d}") for place, one in enumerate(people, 1))
