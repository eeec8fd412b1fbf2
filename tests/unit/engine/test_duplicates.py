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
    _best,
    find_duplicates,
    prior,
)
from ikmctl.engine.likeness import (
    _NEAR_ADDRESS,
    _NEAR_AREA,
    _NEAR_NAME,
    _NEAR_WORD,
    _SAME_ADDRESS,
    LEVELS,
    Facts,
    _address,
    _fits,
    _words,
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
        ({"business_name": "UD Jaya Makmur"}, "ask", ""),
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


def test_an_answer_about_one_pair_hides_no_other() -> None:
    records = [Record(number, SITI) for number in ("P001", "P002", "P003")]
    pairs = {("P001", "P002"), ("P001", "P003"), ("P002", "P003")}
    for answered in pairs:
        left = {(pair.left, pair.right) for pair in find_duplicates(records, alike, settled={answered})}
        assert left == pairs - {answered}


def test_the_proposed_stand_before_the_asked_and_among_these_the_surest_first() -> None:
    plain = {"name": "Budi Santoso", "phone": "+6281200004321"}
    records = [
        Record("P001", SITI),
        Record("P002", changed(gender="male")),
        Record("P003", changed(gender="male", address=None)),
        Record("P004", plain),
        Record("P005", plain),
        *crowd(),
    ]
    # Of the Sitis 2 and 3 contradict 1 in their gender, which no address takes away: the household counts 15 anyway.
    assert [(pair.left, pair.right, pair.zone) for pair in find_duplicates(records, alike)] == [
        ("P002", "P003", "same"),
        ("P004", "P005", "same"),
        ("P001", "P002", "ask"),
        ("P001", "P003", "ask"),
    ]


NAMESAKE = {"name": "Siti Aminah", "village": "Krajan"}


@pytest.mark.parametrize(
    ("left", "right", "bits", "zone"),
    [
        # 12 for the name, -4 for the village, -13 of the prior: just not too little; so are 10 for a name nearly the
        # same and -2 for the address, the last field of all
        (NAMESAKE, {**NAMESAKE, "village": "Gemuh"}, -5, "ask"),
        ({"name": "Siti Aminah", "address": "Jl. Masjid 5"}, {"name": "Siti Amonah", "address": "Perum Griya Indah"},
         -5, "ask"),
        # and -1 for the e-mail: too little
        ({**NAMESAKE, "email": "a@contoh.id"}, {**NAMESAKE, "village": "Gemuh", "email": "b@contoh.id"}, -6, ""),
        # 20 for the one NIK, but -17 for all the rest: an exact key is asked about whatever speaks against it
        (SITI, changed(name="Bambang Wibowo", birth_date="1970-01-01", gender="male", phone="+6281300004321",
                       village="Gemuh", district="33.24.11", address="Perum Griya Indah B7"), -16, "ask"),
        # another NIB is another firm, but the same person may well have two: 12 + 13 - 2 - 13
        ({"name": "Siti Aminah", "birth_date": "1987-08-17", "nib": "1234567890123"},
         {"name": "Siti Aminah", "birth_date": "1987-08-17", "nib": "9876543210987"}, 10, "same"),
    ],
)  # fmt: skip
def test_bits_decide_the_zone(left: dict[str, str], right: dict[str, str], bits: int, zone: str) -> None:
    pair = found(left, right)
    assert (pair and (pair.bits, pair.zone)) == ((bits, zone) if zone else None)


def test_the_most_that_the_fields_to_come_can_bring() -> None:
    # Best levels from the last field on: address 8, area 7, business 6, name 12, NIB 9, e-mail 9, phone 9, gender 1,
    # birth date 13. For firms business 11, name 10, NIB 20 instead.
    assert _best(WEIGHTS) == {
        "address": 0, "area": 8, "business_name": 15, "name": 21, "nib": 33, "email": 42, "phone": 51, "gender": 60,
        "birth_date": 61, "nik": 74,
    }  # fmt: skip
    assert _best(FIRM_WEIGHTS) == {
        "address": 0, "area": 8, "business_name": 15, "name": 26, "nib": 36, "email": 56, "phone": 65, "gender": 74,
        "birth_date": 75, "nik": 88,
    }  # fmt: skip


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
    # The bits of 25, 25, 50, 5975, 124975 and 399975: half of fifty pairs for each record but the first.
    assert [prior(size) for size in (1, 2, 3, 240, 5000, 16000)] == [-5, -5, -6, -13, -17, -19]


def test_a_key_that_more_than_eighty_share_says_nothing() -> None:
    def asked(size: int) -> int:
        return len(
            find_duplicates([Record(f"P{number:02d}", {"phone": "+6281200001234"}) for number in range(size)], alike)
        )

    assert [asked(80), asked(81)] == [80 * 79 // 2, 0]


def test_people_are_not_compared_for_their_firm_alone() -> None:
    values = {"business_name": "UD Jaya Makmur", "village": "Krajan", "district": "33.24.08", "address": "Jl. Mawar 5"}
    assert found(values, dict(values)) is None
    assert found(values, dict(values), "business") is not None


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
        ("birth_date", "1987-08-17", "1987-03-02", "differs"),
        ("birth_date", "1987-08-07", "1990-07-08", "differs"),
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
        ("name", "Muhammad Adi", "Muhammad Ari", "near"),
        ("name", "Budi Budi", "Budi Santoso", "word"),
        ("name", "Su", "Siti Su", "part"),
        ("name", "Sarti Sukma Su", "Sarta Sukmo Su", "near"),
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


NURSE = {
    "name": "Siti A. Wulandari Su", "nik": SITI["nik"], "birth_date": "1987-08-17", "phone": "+6281200001234",
    "email": "Siti@contoh.id", "nib": "1234567890123", "business_address": "Jl. Masjid Agung RT 01/RW 02",
    "village": "Krajan Kulon", "district": "33.24.08", "business_name": "UD Makmur Jaya",
}  # fmt: skip
KEYS = {
    "the whole NIK": [f"n{SITI['nik']}"],
    "where it was issued, and the day of birth": ["N332408570887"],
    "the day of birth and the serial": [f"o{SITI['nik'][6:]}"],
    "the phone": ["p+6281200001234"],
    "the e-mail": ["esiti@contoh.id"],
    "the NIB": ["l1234567890123"],
    "the words of the name": ["aa siti su wulandari"],
    "beginnings of their consonants, initials aside": ["ss st wlnd"],
    "the day of birth and an initial": ["b19870817a", "b19870817s", "b19870817w"],
    "a word, the year and the month": ["cs198708", "cst198708", "cwlnd198708"],
    "a word, the month and the day": ["ds0817", "dst0817", "dwlnd0817"],
    "a word, the year and the day": ["ys198717", "yst198717", "ywlnd198717"],
    "the day of birth and the beginning of the village": ["g19870817kra"],
    "a word, the village and the district": ["vskraja33.24.08", "vstkraja33.24.08", "vwlndkraja33.24.08"],
    "the beginning of the address and an initial": ["wmasid agung a", "wmasid agung s", "wmasid agung w"],
}
"""The keys of that record, which say what two records have in common that are compared at all."""
FIRM_KEYS = {"the words of the firm": ["fjaya makmur"], "one of them and the village": ["Fjkraj", "Fmkmrkraj"]}


def test_records_are_compared_that_share_a_key() -> None:
    facts = facts_of("P001", NURSE)
    person = [key for keys in KEYS.values() for key in keys]
    assert sorted(facts.blocks(firm=False)) == sorted(person)
    assert sorted(facts.blocks(firm=True)) == sorted(person + [key for keys in FIRM_KEYS.values() for key in keys])


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        ({}, set()),
        ({"name": "Siti"}, {"asiti", "sst"}),
        ({"birth_date": "1987-08-17"}, {"g19870817"}),
        ({"name": "Siti", "village": "Gemuh"}, {"asiti", "sst", "vstgemuh"}),
        ({"name": "Siti", "district": "33.24.08"}, {"asiti", "sst", "vst33.24.08"}),
        ({"name": "Siti", "address": "Jl. Mawar"}, {"asiti", "sst", "wmawars"}),
        ({"business_name": "UD Jaya"}, {"fjaya", "Fj"}),
    ],
)
def test_what_a_record_lacks_is_no_key(values: dict[str, str], keys: set[str]) -> None:
    assert set(facts_of("P001", values).blocks(firm=True)) == keys


def test_a_nik_with_one_wrong_digit_is_near_and_in_its_serial_another_person() -> None:
    nik = SITI["nik"]
    for place, digit in enumerate(nik):
        other = nik[:place] + str((int(digit) + 5) % 10) + nik[place + 1 :]
        seen = dict(levels(facts_of("A", {"nik": nik}), facts_of("B", {"nik": other}), alike))
        assert seen["nik"] == ("near" if place < 12 else "serial")


def test_names_and_villages_are_near_from_their_degree_on() -> None:
    def name(score: int) -> str:
        return _words(("budi", "ana"), ("agus", "tono"), lambda left, _right: score if " " in left else 0)

    def area(score: int) -> str:
        mine, theirs = facts_of("A", {"village": "Krajan"}), facts_of("B", {"village": "Gemuh"})
        return dict(levels(mine, theirs, lambda _left, _right: score))["area"]

    assert [name(score) for score in (100, _NEAR_NAME, _NEAR_NAME - 1, 0)] == ["near", "near", "differs", "differs"]
    assert [area(score) for score in (100, _NEAR_AREA, _NEAR_AREA - 1, 0)] == ["near", "near", "differs", "differs"]


@pytest.mark.parametrize("other", [("sitiaminah",), ("sit", "iaminah")])
def test_a_name_with_its_spaces_elsewhere_is_near_however_unlike_it_looks(other: tuple[str, ...]) -> None:
    assert _words(("siti", "aminah"), other, lambda _left, _right: 0) == "near"


def test_private_values_stay_out_of_reprs() -> None:
    assert repr(facts_of("P001", SITI)) == "Facts('P001', ...)"
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

    def alike(left: str, right: str) -> int:
        asked.append(left + right)
        return 100

    for left, right in ((blank, full), (full, blank), (blank, blank)):
        assert {level for _, level in levels(left, right, alike)} == {""}
    assert asked == []
    assert {level for _, level in levels(full, full, alike)} == {"same"}


def test_an_address_is_alike_from_its_degree_on() -> None:
    def degree(score: int) -> str:
        return _address("jalan mawar 3", "jl mawar 3", lambda _left, _right: score)

    scores = (100, _SAME_ADDRESS, _SAME_ADDRESS - 1, _NEAR_ADDRESS, _NEAR_ADDRESS - 1, 0)
    assert [degree(score) for score in scores] == [
        "same", "same", "near", "near", "differs", "differs",
    ]  # fmt: skip


def test_words_of_a_name_fit_by_likeness_or_initial() -> None:
    def fits(left: str, right: str, score: int = 0) -> bool:
        return _fits(left, right, lambda _left, _right: score)

    assert fits("siti", "siti")
    assert fits("s", "siti")
    assert fits("siti", "s")
    assert not fits("a", "siti", 100)
    assert not fits("siti", "a", 100)
    assert fits("aminah", "amina", _NEAR_WORD)
    assert not fits("aminah", "amina", _NEAR_WORD - 1)
