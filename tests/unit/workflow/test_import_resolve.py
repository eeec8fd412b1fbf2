from datetime import date
from typing import Any

import pytest

from ikmctl.domain.participant import Person
from ikmctl.domain.program import Program
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from ikmctl.workflow.importing.resolve import Resolver, age_text, business_age, with_labels

AS_OF = date(2025, 9, 29)


def program(*rules: dict[str, Any], **keys: Any) -> Program:
    base: dict[str, Any] = {
        "id": "x", "title": "X", "as_of": "2025-09-29",
        "stages": [{"id": "s", "eligibility": list(rules)}],
    }  # fmt: skip
    return Program.model_validate(base | keys, context={"rules": RULES, "scales": SCALES})


def fact(rule: dict[str, Any], name: str, **private: str) -> str:
    person = Person("P001", "x", (), private)
    return dict(Resolver(program(rule)).participant(person).facts).get(name, "")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"birth_date": "2000-09-29"}, "25"),
        ({"birth_date": "2000-09-30"}, "24"),
        ({"birth_date": "2000-02-29"}, "25"),
        ({"nik": "3324012909009001"}, "25"),
        ({"nik": "3324016909009001"}, "25"),
        ({"nik": "3324013009009001"}, "24"),
        ({"birth_date": "1990-01-01", "nik": "3324012909009001", "age": "99"}, "35"),
        ({"age": "40"}, "40"),
        ({"nik": "12"}, ""),
        ({"birth_date": "2030-01-01", "age": "3"}, "3"),
        ({}, ""),
    ],
)
def test_age_is_counted_on_the_day_of_the_program(values: dict[str, str], expected: str) -> None:
    assert age_text(values, AS_OF) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"business_start": "2020-09-29"}, "5"),
        ({"business_start": "2020-12-31"}, "4"),
        ({"business_start": "2026-01-01", "business_age": "2"}, "2"),
        ({"business_age": "7"}, "7"),
        ({}, ""),
    ],
)
def test_business_years(values: dict[str, str], expected: str) -> None:
    assert business_age(values, AS_OF) == expected


def test_gender_is_read_off_the_nik_only_where_nobody_stated_it() -> None:
    rule = {"rule": "one_of", "field": "gender", "values": ["female"]}
    assert fact(rule, "gender", nik="3324016909009001") == "female"
    assert fact(rule, "gender", nik="3324012909009001") == "male"
    assert fact(rule, "gender", nik="3324012909009001", gender="female") == "female"
    assert fact(rule, "gender") == ""


@pytest.mark.parametrize(
    ("private", "expected"),
    [
        ({"workers": "3", "investment": "900000000"}, "small"),
        ({"workers": "30", "investment": "900000000"}, "medium"),
        ({"workers": "3"}, ""),
        ({"workers": "3", "workers.high": "5", "investment": "1"}, ""),
        ({"industry_size": "large", "workers": "3", "investment": "1"}, "large"),
    ],
)
def test_size_of_an_industry(private: dict[str, str], expected: str) -> None:
    rule = {"rule": "one_of", "field": "industry_size", "values": ["small"]}
    assert fact(rule, "industry_size", **private) == expected


@pytest.mark.parametrize(
    ("private", "expected"),
    [
        ({"turnover": "3000000000"}, "small"),
        ({"turnover": "300000000", "turnover.note": "month"}, ""),
        ({"turnover": "300000000", "turnover.note": "year"}, "micro"),
        ({"capital": "6000000000"}, "medium"),
    ],
)
def test_size_of_an_enterprise(private: dict[str, str], expected: str) -> None:
    rule = {"rule": "one_of", "field": "umkm_size", "values": ["micro"]}
    assert fact(rule, "umkm_size", **private) == expected


def test_a_range_of_an_open_number_is_not_a_number() -> None:
    rule = {"rule": "range", "field": "workers", "min": 2}
    assert fact(rule, "workers", workers="2") == "2"
    assert fact(rule, "workers", **{"workers": "2", "workers.high": "5"}) == ""


def test_text_of_a_sensitive_field_is_in_no_tracked_file() -> None:
    rule = {"rule": "one_of", "field": "disability", "values": ["none"]}
    assert fact(rule, "disability", disability="physical") == ""


def test_nothing_that_no_rule_names_leaves_the_register() -> None:
    rule = {"rule": "age", "min": 18}
    person = Person("P001", "x", (), {"birth_date": "1990-01-01", "name": "Siti", "education": "sma", "nik": "1" * 16})
    assert dict(Resolver(program(rule)).participant(person).facts) == {"age": "35"}


def household(number: str, card: str, **more: str) -> Person:
    return Person(number, number, (), {"family_card": card, **more} if card else more)


def test_labels_of_households_stay_once_given() -> None:
    asked = program(stages=[{"id": "s", "selection": {"max_per": {"household": "1"}}}])
    columns = Resolver(asked).columns
    first = with_labels(
        [household("P001", "A"), household("P002", "B"), household("P003", "a"), household("P004", "")], columns
    )
    assert [one.private.get("household.label", "") for one in first] == ["H001", "H002", "H001", ""]
    moved = [
        household("P002", "A", **{k: v for k, v in first[1].private.items() if k != "family_card"}),
        first[0],
        first[2],
    ]
    again = {one.number: one.private["household.label"] for one in with_labels(moved, columns)}
    assert again == {"P001": "H001", "P002": "H001", "P003": "H001"}
    assert Resolver(asked).participant(first[0]).facts == {"household": "H001"}


def test_where_there_is_one_track_everybody_registers_for_it() -> None:
    batik, las = ({"id": one, "name": one, "quota": "1"} for one in ("batik", "las"))
    nobody_asked = Person("P001", "x", (), {})
    assert Resolver(program(tracks=[batik])).participant(nobody_asked).track == "batik"
    assert Resolver(program(tracks=[batik, las])).participant(nobody_asked).track == ""
    assert Resolver(program()).participant(nobody_asked).track == ""
    assert Resolver(program(tracks=[batik])).participant(Person("P001", "x", (), {"track": "las"})).track == "las"
