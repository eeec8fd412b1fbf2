"""Who may be one and the same."""

import pytest
from rapidfuzz import fuzz

from ikmctl.engine.duplicates import (
    DOUBTFUL,
    FIRM_WEIGHTS,
    SURE,
    WEIGHTS,
    Evidence,
    Pair,
    Record,
    Unit,
    find_duplicates,
    prior,
)
from ikmctl.engine.likeness import (
    _NEAR_ADDRESS,
    _NEAR_WORD,
    _SAME_ADDRESS,
    LEVELS,
    Facts,
    _address,
    _fits,
    facts_of,
    levels,
)

SITI = {
    "name": "Siti Aminah", "nik": "3324085708879001", "birth_date": "1987-08-17", "gender": "female",
    "phone": "+6281200001234",
    "address": "Jl. Masjid RT 01/RW 02", "village": "Krajan Kulon", "district": "33.24.08",
}  # fmt: skip


def alike(left: str, right: str) -> int:
    return int(fuzz.ratio(left, right))


def crowd(size: int = 200) -> list[Record]:
    """Strangers, so that the prior is that of a real list."""
    words = (
        "Bambang",
        "Sutrisno",
        "Warsito",
        "Gunawan",
        "Kuncoro",
        "Zumrotun",
        "Lestari",
        "Wibowo",
        "Pratama",
        "Yulianto",
    )
    return [
        Record(
            f"X{number:03d}",
            {
                "name": f"{words[number % 10]} {words[number // 10 % 10][::-1]}",
                "nik": f"3324{number % 20 + 1:02d}{number % 28 + 1:02d}{number % 12 + 1:02d}"
                f"{60 + number % 39}{9000 + number}",
                "birth_date": f"19{60 + number % 39}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
                "phone": f"+62813000{number:05d}",
                "village": f"Desa {words[number % 7][:4]}{number // 7}",
            },
        )
        for number in range(size)
    ]


def found(left: dict[str, str], right: dict[str, str], unit: Unit = "person") -> Pair | None:
    pairs = find_duplicates([Record("P001", left), Record("P002", right), *crowd()], alike, unit=unit)
    assert all((pair.left, pair.right) == ("P001", "P002") for pair in pairs)
    return pairs[0] if pairs else None


def changed(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in {**SITI, **values}.items() if value is not None}


@pytest.mark.parametrize(
    "other",
    [
        changed(),
        changed(name="Hj. St. Aminah, S.E.", phone="+6281300004321"),
        changed(nik=None, phone=None, address=None),
        changed(nik="3324085708789001"),
        changed(nik="", name="Aminah", address="Jalan Masjid RT 1 RW 2"),
        changed(nik="", birth_date="1987-07-17"),
        changed(nik="", birth_date="1987-08-17", name="Siti Aminnah", phone="+6281300004321"),
    ],
)
def test_the_same_person_typed_twice_is_proposed(other: dict[str, str]) -> None:
    pair = found(SITI, other)
    assert pair is not None
    assert (pair.zone, pair.bits >= SURE or pair.key != "") == ("same", True)


@pytest.mark.parametrize(
    "other",
    [
        # the husband: same phone, same home
        changed(name="Agus Santoso", nik="3324081203859002", birth_date="1985-03-12", gender="male"),
        # a namesake in another village
        changed(nik="3324115505909003", birth_date="1990-05-15", phone="+6281300004321", address="Jl. Raya",
                village="Gemuh", district="33.24.11"),
        # the neighbour
        changed(name="Dewi Lestari", nik="3324085001909004", birth_date="1990-01-10", phone="+6281300004321"),
        # an older sister who gave the same phone
        changed(name="Nur Aminah", nik="3324084409829005", birth_date="1982-09-04"),
    ],
)  # fmt: skip
def test_people_who_share_a_home_or_a_name_are_different(other: dict[str, str]) -> None:
    assert found(SITI, other) is None


def test_twins_are_asked_about_and_never_proposed() -> None:
    pair = found(SITI, changed(name="Siti Aminih", nik="3324085708879002"))
    assert pair is not None
    assert pair.zone == "ask"
    assert Evidence("nik", "serial", -10) in pair.evidence


def test_another_identity_with_the_same_phone_and_name_is_asked_about() -> None:
    pair = found(SITI, changed(nik="3324085708009123", birth_date="2000-08-17"))
    assert pair is not None
    assert (pair.zone, pair.key) == ("ask", "phone+name")


def test_one_nik_of_two_people_is_asked_about() -> None:
    pair = found(SITI, changed(name="Bambang Wibowo", birth_date="1970-01-01", gender="male"))
    assert pair is not None
    assert (pair.zone, pair.key) == ("ask", "nik")


def test_phone_and_name_alone_are_an_exact_key() -> None:
    pair = found(
        {"name": "Siti Aminah", "phone": "+6281200001234"}, {"name": "SITI AMINAH, S.E.", "phone": "+6281200001234"}
    )
    assert pair is not None
    assert (pair.zone, pair.key) == ("same", "phone+name")


FIRM = {
    "business_name": "UD Jaya Makmur", "owner_name": "Budi Santoso", "nib": "1234567890123", "phone": "+6281200001234",
    "village": "Krajan",
}  # fmt: skip


def test_a_firm_with_another_owner_is_no_double_person() -> None:
    mine = {**SITI, "business_name": "UD Jaya Makmur", "nib": "1234567890123"}
    partner = {"name": "Joko Widodo Putra", "nik": "3324081203859002", "birth_date": "1985-03-12", "gender": "male",
               "business_name": "UD Jaya Makmur", "nib": "1234567890123", "phone": "+6281300004321"}  # fmt: skip
    assert found(mine, partner) is None


@pytest.mark.parametrize(
    ("other", "zone", "key"),
    [
        ({**FIRM, "business_name": "CV. Jaya-Makmur"}, "same", "nib"),
        ({**FIRM, "nib": ""}, "same", "phone+name"),
        ({**FIRM, "nib": "", "phone": "+6281300004321", "business_name": "Jaya Makmurr"}, "same", ""),
        ({**FIRM, "nib": "9876543210987"}, "ask", "phone+name"),
        ({**FIRM, "nib": "9876543210987", "phone": "+6281300004321"}, "ask", ""),
    ],
)
def test_firms(other: dict[str, str], zone: str, key: str) -> None:
    pair = found(FIRM, other, "business")
    assert pair is not None
    assert (pair.zone, pair.key) == (zone, key)


def test_firms_of_one_village_are_different() -> None:
    other = {"business_name": "UD Sumber Rejeki", "owner_name": "Slamet", "nib": "9876543210987", "village": "Krajan"}
    assert found(FIRM, other, "business") is None


def test_bits_add_up_with_the_household_counted_once() -> None:
    pair = found(SITI, changed(nik="", email="a@contoh.id"))
    assert pair is not None
    by_field = {item.field: item.bits for item in pair.evidence}
    assert by_field == {"birth_date": 13, "gender": 1, "phone": 9, "name": 12, "area": 7, "address": 8}
    assert pair.bits == 13 + 1 + 12 + 15 + prior(202)


def test_answered_pairs_never_come_back() -> None:
    records = [Record("P001", SITI), Record("P002", changed()), *crowd()]
    assert find_duplicates(records, alike, settled={("P001", "P002")}) == ()


def test_order_of_records_changes_nothing() -> None:
    records = [
        Record("P001", SITI),
        Record("P002", changed(name="Siti Aminnah")),
        Record("P003", changed(nik="")),
        *crowd(),
    ]
    assert find_duplicates(records, alike) == find_duplicates(records[::-1], alike)
    assert [(pair.left, pair.right) for pair in find_duplicates(records, alike)] == [
        ("P001", "P002"),
        ("P001", "P003"),
        ("P002", "P003"),
    ]


def test_prior_grows_with_the_list() -> None:
    assert [prior(size) for size in (1, 2, 240, 5000, 16000)] == [-5, -5, -13, -17, -19]


def test_a_block_that_everybody_shares_is_left_to_the_others() -> None:
    crowded = [Record(f"P{number:03d}", {"village": "Krajan", "name": "Siti"}) for number in range(100)]
    assert find_duplicates(crowded, alike) == ()


def test_weights_cover_every_level() -> None:
    for weights in (WEIGHTS, FIRM_WEIGHTS):
        assert {name: tuple(levels) for name, levels in weights.items()} == {name: LEVELS[name] for name in weights}
        assert set(weights) == set(LEVELS)
        for values in weights.values():
            assert list(values.values())[:-1] == sorted(list(values.values())[:-1], reverse=True) or "serial" in values
            assert min(values.values()) < 0 < max(values.values())
    assert DOUBTFUL < SURE


@pytest.mark.parametrize(
    ("field", "left", "right", "level"),
    [
        ("nik", "3324085708879001", "3324085708879001", "same"),
        ("nik", "3324085708879001", "3324085708789001", "near"),
        ("nik", "3324085708879001", "3324085708879077", "serial"),
        ("nik", "3324085708879001", "3374011203859002", "differs"),
        ("nik", "3324085708879001", "332408", "differs"),
        ("birth_date", "1987-08-17", "1987-08-17", "same"),
        ("birth_date", "1987-08-07", "1987-07-08", "near"),
        ("birth_date", "1987-08-17", "1978-08-17", "near"),
        ("birth_date", "1987-08-17", "1990-08-01", "differs"),
        ("birth_date", "1987-08-17", "19870817", "same"),
        ("birth_date", "1987-08-17", "kemarin", ""),
        ("gender", "female", "male", "differs"),
        ("phone", "+6281200001234", "+6281200001235", "near"),
        ("phone", "+6281200001234", "+6281200001243", "near"),
        ("phone", "+6281200001234", "+628120000123", "near"),
        ("phone", "+6281200001234", "+6281300004321", "differs"),
        ("email", "A@contoh.id", "a@contoh.id", "same"),
        ("nib", "1234567890123", "9876543210987", "differs"),
        ("name", "Siti Aminah", "Aminah Siti", "same"),
        ("name", "Siti Aminah", "Siti Aminnah Putri", "part"),
        ("name", "Siti Aminah", "Sitiaminah", "near"),
        ("name", "Siti Aminah", "S. Aminah", "part"),
        ("name", "Siti Aminah", "Siti Aminahtun", "near"),
        ("name", "Siti Aminah", "Siti Rahayu", "word"),
        ("name", "Siti Aminah", "Budi Gunawan", "differs"),
        ("name", "S. A.", "Siti Aminah", "word"),
        ("address", "Jl. Masjid No. 5 RT 01", "Jalan Masjid 5 RT 01", "same"),
        ("address", "Jl. Masjid No. 15 RT 02", "Jl. Masjid Agung No. 15 RT 02", "near"),
        ("address", "Jl. Masjid No. 5", "Perum Griya Indah B7", "differs"),
        ("business_name", "UD Jaya", "CV Jaya Abadi", "part"),
        ("business_name", "Jaya Makmur", "Jaya Perkasa", "differs"),
    ],
)
def test_levels(field: str, left: str, right: str, level: str) -> None:
    seen = dict(levels(facts_of("A", {field: left}), facts_of("B", {field: right}), alike))
    assert seen.pop(field) == level
    assert set(seen.values()) == {""}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (("Krajan", "33.24.08"), ("Krajan", "33.24.08"), "same"),
        (("Krajan", ""), ("Desa Krajan", ""), "same"),
        (("Krajan", "33.24.08"), ("Krajan", "33.24.09"), "near"),
        (("Krajan Kulon", ""), ("Krajan Kulin", ""), "near"),
        (("Krajan", "33.24.08"), ("Gemuh", "33.24.08"), "part"),
        (("Krajan", ""), ("Gemuh", ""), "differs"),
        (("", "33.24.08"), ("Gemuh", "33.24.08"), "part"),
        (("", "33.24.08"), ("", "33.24.09"), "differs"),
        (("Krajan", ""), ("", "33.24.08"), ""),
    ],
)
def test_areas(left: tuple[str, str], right: tuple[str, str], level: str) -> None:
    mine = facts_of("A", {"village": left[0], "district": left[1]})
    theirs = facts_of("B", {"village": right[0], "district": right[1]})
    assert dict(levels(mine, theirs, alike))["area"] == level


def test_records_without_a_name_or_anything_at_all() -> None:
    nameless = changed(name=None, nik=None)
    pair = found(nameless, dict(nameless))
    assert pair is not None
    assert (pair.zone, pair.bits) == ("same", 13 + 1 + 15 + prior(202))
    assert found({}, {}) is None


def test_private_values_stay_out_of_reprs() -> None:
    assert "Aminah" not in repr(Record("P001", SITI))
    assert "Aminah" not in repr(facts_of("P001", SITI))
    assert "3324" not in repr(found(SITI, changed()))


def test_a_field_that_one_record_lacks_says_nothing() -> None:
    blank = Facts("P1", "", (), None, "", "", "", "", "", "", (), "")
    full = Facts(
        "P2", "3324014101909001", ("siti", "aminah"), ("1990", "01", "01"), "female", "081200001234",
        "siti@example.id", "jalan mawar 3", "boja", "boja", ("batik", "siti"), "9120001234567",
    )  # fmt: skip
    asked: list[str] = []

    def alike(left: str, right: str) -> float:
        asked.append(left + right)
        return 100

    for left, right in ((blank, full), (full, blank), (blank, blank)):
        assert {level for _, level in levels(left, right, alike)} == {""}
    assert asked == []
    assert {level for _, level in levels(full, full, alike)} == {"same"}


def test_an_address_is_alike_from_its_degree_on() -> None:
    def degree(score: float) -> str:
        return _address("jalan mawar 3", "jl mawar 3", lambda _left, _right: score)

    scores = (100, _SAME_ADDRESS, _SAME_ADDRESS - 1, _NEAR_ADDRESS, _NEAR_ADDRESS - 1, 0)
    assert [degree(score) for score in scores] == [
        "same", "same", "near", "near", "differs", "differs",
    ]  # fmt: skip


def test_words_of_a_name_fit_by_likeness_or_initial() -> None:
    def fits(left: str, right: str, score: float = 0) -> bool:
        return _fits(left, right, lambda _left, _right: score)

    assert fits("siti", "siti")
    assert fits("s", "siti")
    assert fits("siti", "s")
    assert not fits("a", "siti", 100)
    assert not fits("siti", "a", 100)
    assert fits("aminah", "amina", _NEAR_WORD)
    assert not fits("aminah", "amina", _NEAR_WORD - 1)
