"""The duplicate finder on any records: no order, no direction, no exception."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from ikmctl.engine.duplicates import Record, Unit, find_duplicates

NAMES = st.one_of(
    st.text(max_size=12),
    st.lists(
        st.sampled_from(["Siti", "St.", "Aminah", "H.", "Moh.", "Budi", "S.", ",", "S.E.", "binti", "M"]), max_size=4
    ).map(" ".join),
)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "name": NAMES,
        "business_name": NAMES,
        "nik": st.sampled_from(["3324085708879001", "3324085708879002", "3324085708789001", "1", ""]),
        "nib": st.sampled_from(["1234567890123", "9876543210987"]),
        "birth_date": st.sampled_from(["1987-08-17", "1987-07-17", "1990-01-01", "?"]),
        "gender": st.sampled_from(["female", "male"]),
        "phone": st.sampled_from(["+6281200001234", "+6281200001235", "+62"]),
        "village": st.sampled_from(["Krajan", "Gemuh", "-"]),
        "district": st.sampled_from(["33.24.08", "33.24.09"]),
        "address": st.text(max_size=10),
    },
)
LISTS = st.lists(VALUES, max_size=7).map(
    lambda items: [Record(f"P{place:03d}", values) for place, values in enumerate(items)]
)


def alike(left: str, right: str) -> int:
    return int(fuzz.ratio(left, right))


@settings(max_examples=200, deadline=None)
@given(LISTS, st.sampled_from(["person", "business", "sentra"]), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_pairs(records: list[Record], unit: Unit, chance: Random) -> None:
    found = find_duplicates(records, alike, unit=unit)
    mixed = list(records)
    chance.shuffle(mixed)
    assert find_duplicates(mixed, alike, unit=unit) == found
    assert all(pair.left < pair.right and pair.zone in ("same", "ask") for pair in found)
    assert len({(pair.left, pair.right) for pair in found}) == len(found)


@settings(max_examples=200, deadline=None)
@given(VALUES, VALUES, st.sampled_from(["person", "business"]))
def test_neither_side_comes_first(left: dict[str, str], right: dict[str, str], unit: Unit) -> None:
    one = find_duplicates([Record("P1", left), Record("P2", right)], alike, unit=unit)
    other = find_duplicates([Record("P1", right), Record("P2", left)], alike, unit=unit)
    assert [(pair.zone, pair.bits, pair.evidence) for pair in one] == [
        (pair.zone, pair.bits, pair.evidence) for pair in other
    ]
