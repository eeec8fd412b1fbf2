"""Who may be one and the same: Fellegi and Sunter's model with shipped weights in whole bits.

Every field that two records share speaks for or against them by a number of bits; the prior speaks against
any two. The sum puts a pair into one of three zones. Nothing is merged here: people decide.

The weights follow from error rates of office lists (how often a true pair differs) against chance (how often
strangers agree), rounded to whole bits: 13 bits for the same birth date is 1 in 8,000, less than the 1 in 14,000
of forty years, since some days and typing errors are commoner.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import ClassVar, Final, Literal, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.record import Veiled
from ikmctl.engine.likeness import LEVELS, Facts, facts_of, levels

Zone: TypeAlias = Literal["same", "ask", "different"]
Unit: TypeAlias = Literal["person", "business", "sentra"]
Similarity: TypeAlias = Callable[[str, str], int]
"""Likeness of two texts from 0 to 100, a whole number."""

WEIGHTS: Final[Mapping[str, Mapping[str, int]]] = {
    "nik": {"same": 20, "near": 10, "serial": -10, "differs": -6},
    "name": {"same": 12, "near": 10, "part": 6, "word": 2, "differs": -6},
    "birth_date": {"same": 13, "near": 3, "differs": -5},
    "gender": {"same": 1, "differs": -5},
    "phone": {"same": 9, "near": 4, "differs": -1},
    "email": {"same": 9, "differs": -1},
    "address": {"same": 8, "near": 6, "differs": -2},
    "area": {"same": 7, "near": 6, "part": 4, "differs": -4},
    "business_name": {"same": 6, "near": 4, "part": 1, "differs": -1},
    "nib": {"same": 9, "differs": -2},
}
"""Field -> level of agreement -> bits for (or against) one person behind two records."""

FIRM_WEIGHTS: Final[Mapping[str, Mapping[str, int]]] = {
    **WEIGHTS,
    "nib": {"same": 20, "differs": -10},
    "business_name": {"same": 11, "near": 8, "part": 3, "differs": -6},
    "name": {"same": 10, "near": 8, "part": 4, "word": 1, "differs": -6},
    "nik": {"same": 12, "near": 7, "serial": -8, "differs": -6},
}
"""The same where the applicant is a firm: the NIB speaks loudest, the owner less."""

_HOME: Final = ("phone", "email", "address", "area")
_HOME_MOST: Final = 15
"""What one household shares speaks once: together these fields count no more than this."""

SURE: Final = 2
"""Bits, prior included, from which two records are proposed as the same."""
DOUBTFUL: Final = -5
"""Bits below which two records count as different."""
_CROWD: Final = 80
"""A block larger than this says nothing; other blocks find its pairs."""
_RATE: Final = 50
"""One record in so many is expected to have a double."""
_PERSONAL: Final = frozenset(("nik", "nib", "name", "birth_date", "gender"))
_IDENTITY: Final = frozenset(("nik", "nib"))


class Record(Veiled, frozen=True):
    """One applicant: canonical values by field id. `repr` keeps private values out of logs."""

    veiled: ClassVar = frozenset({"values"})

    number: str
    values: Mapping[str, str] = field(default_factory=dict)


class Evidence(Struct, frozen=True):
    """What one field says: the level of agreement and its bits, positive for the same person."""

    field: str
    level: str
    bits: int


class Pair(Struct, frozen=True):
    """Two records that may be one. `key` names the exact key they share, if any (`nik`, `phone+name`)."""

    left: str
    right: str
    zone: Zone
    bits: int
    evidence: tuple[Evidence, ...]
    key: str = ""


def prior(records: int) -> int:
    """Bits against any two of so many records: how rare a double is among all pairs."""
    return -(max(records - 1, 1) * _RATE // 2).bit_length()


def _exact_key(left: Facts, right: Facts, unit: Unit) -> str:
    """The key that settles a pair by itself, unless other fields contradict it."""
    if unit != "person" and left.nib and left.nib == right.nib:
        return "nib"
    if unit == "person" and left.nik and left.nik == right.nik:
        return "nik"
    if left.phone and left.phone == right.phone:
        mine, theirs = (left.name, right.name) if unit == "person" else (left.firm, right.firm)
        if mine and sorted(mine) == sorted(theirs):
            return "phone+name"
    return ""


def _zone(key: str, bits: int, evidence: Sequence[Evidence], unit: Unit) -> Zone:
    """Where a pair belongs.

    A shared key with a contradiction beside it is asked about. So are two different identities, however alike
    the rest is: twins share birthday, home and half the name.
    """
    against = {item.field for item in evidence if item.bits < 0}
    if key:
        return "ask" if against & _PERSONAL else "same"
    other = against & (_IDENTITY if unit != "person" else frozenset(("nik",)))
    if bits >= SURE:
        return "ask" if other else "same"
    return "ask" if bits >= DOUBTFUL else "different"


def _best(weights: Mapping[str, Mapping[str, int]]) -> Mapping[str, int]:
    """Field -> the most bits that the fields after it can still bring."""
    rest, best = 0, dict[str, int]()
    for name in reversed(tuple(LEVELS)):
        best[name] = rest
        rest += max(weights[name].values())
    return best


_REST: Final = {"person": _best(WEIGHTS), "firm": _best(FIRM_WEIGHTS)}


def _weigh(evidence: Iterable[Evidence]) -> int:
    """The sum of bits, with what a household shares capped."""
    own = home = 0
    for item in evidence:
        if item.field in _HOME:
            home += item.bits
        else:
            own += item.bits
    return own + min(home, _HOME_MOST)


def compare(left: Facts, right: Facts, similarity: Similarity, unit: Unit, against: int) -> Pair | None:
    """Weigh two records, `against` being the prior; None as soon as they can only be different."""
    firm = unit != "person"
    weights, rest = (FIRM_WEIGHTS, _REST["firm"]) if firm else (WEIGHTS, _REST["person"])
    key, bits = _exact_key(left, right, unit), against
    evidence: list[Evidence] = []
    for name, level in levels(left, right, similarity):
        if level:
            own = weights[name][level]
            evidence.append(Evidence(name, level, own))
            bits += own
            if not key and bits + rest[name] < DOUBTFUL:
                return None
    bits = against + _weigh(evidence)
    zone = _zone(key, bits, evidence, unit)
    return None if zone == "different" else Pair(left.number, right.number, zone, bits, tuple(evidence), key)


def _pairs(facts: Sequence[Facts], unit: Unit) -> list[tuple[int, int]]:
    """Every pair of places that shares a blocking key, each once; in order, so that neighbours share a record."""
    blocks: dict[str, list[int]] = {}
    for place, one in enumerate(facts):
        for key in set(one.blocks(firm=unit != "person")):
            blocks.setdefault(key, []).append(place)
    found = {pair for members in blocks.values() if len(members) <= _CROWD for pair in combinations(members, 2)}
    return sorted(found)


def find_duplicates(
    records: Iterable[Record],
    similarity: Similarity,
    *,
    unit: Unit = "person",
    settled: Collection[tuple[str, str]] = (),
) -> tuple[Pair, ...]:
    """The pairs that are the same or should be asked about, the surest first.

    Args:
        records: everybody; their order changes nothing.
        similarity: likeness of two texts, 0 to 100.
        unit: what an applicant is.
        settled: pairs of numbers, smaller first, that somebody has answered already; never returned again.
    """
    facts = [facts_of(record.number, record.values) for record in sorted(records, key=lambda item: item.number)]
    against, known = prior(len(facts)), set(settled)
    found: list[Pair] = []
    for left, right in _pairs(facts, unit):
        if (facts[left].number, facts[right].number) in known:
            continue
        pair = compare(facts[left], facts[right], similarity, unit, against)
        if pair is not None:
            found.append(pair)
    return tuple(sorted(found, key=lambda pair: (pair.zone != "same", -pair.bits, pair.left, pair.right)))
