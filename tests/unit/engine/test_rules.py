"""Eligibility rules: met, failed and not known, with the reason of each."""

import re
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError
from tools.making import SESSIONS, case, person, rule

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.engine.rules import RULES

GROUP = {"id": "genteng", "name": "Sentra Genteng", "dak": "berjalan", "units": "7"}


def answer(use: Any, **keys: Any) -> tuple[bool | None, str]:
    met, reason = use.check(case(**keys))
    assert reason.key in use.texts
    return met, reason.key


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        ("17", (False, "age.young")),
        ("18", (True, "age.met")),
        ("55", (True, "age.met")),
        ("56", (False, "age.old")),
        (None, (None, "age.unknown")),
        ("tua", (None, "age.unknown")),
    ],
)
def test_age(age: str | None, expected: tuple[bool | None, str]) -> None:
    facts = {} if age is None else {"age": age}
    assert answer(rule("age", min="18", max="55"), participant=person(**facts)) == expected


def test_age_without_limits_needs_only_to_be_known() -> None:
    assert answer(rule("age"), participant=person(age="99")) == (True, "age.met")
    assert rule("age").edges("age") == ()
    assert rule("age", min="18", max="55").edges("age") == (18, 56)


@pytest.mark.parametrize(
    ("years", "expected"),
    [("0", "young"), ("1", "met"), ("3", "met"), ("4", "old"), (None, "unknown")],
)
def test_business_age(years: str | None, expected: str) -> None:
    facts = {} if years is None else {"business_age": years}
    use = rule("business_age", min="1", max="3")
    assert answer(use, participant=person(**facts))[1] == f"business_age.{expected}"
    assert use.edges("business_age") == (1, 4)
    assert use.fields() == ("business_age",)


@pytest.mark.parametrize(
    ("within", "place", "met"),
    [
        ("33.24", "33.24.01", True),
        ("33.24", "33.24", True),
        ("33.2", "33.24.01", None),
        ("33.24", "33.25.01", False),
        ("33", "33.25.01", True),
        (["33.24", "33.26"], "33.26.03", True),
    ],
)
def test_domicile_compares_whole_parts_of_the_code(within: Any, place: str, met: bool | None) -> None:
    if met is None:
        with pytest.raises(ValidationError):
            rule("domicile", within=within)
        return
    assert answer(rule("domicile", within=within), participant=person(district=place))[0] is met


@pytest.mark.parametrize(
    ("within", "place", "met"),
    [
        ("91.01", "93.01.07", True),
        ("91.01.07", "93.01.07", True),
        ("93.01", "91.01.07", True),
        ("91.01", "91.01.07", True),
        ("91.01", "95.01.07", False),
        ("64.73", "65.71.01", True),
    ],
)
def test_a_region_keeps_its_people_when_its_code_changes(within: str, place: str, met: bool) -> None:
    """Import leads former codes to today's, so a rule that names a former one must find them: Merauke, Tarakan."""
    assert answer(rule("domicile", within=within), participant=person(district=place))[0] is met


def test_a_village_known_by_name_alone_is_not_outside() -> None:
    use = rule("domicile", within="33.24.01.2001")
    assert answer(use, participant=person(village="Krajan")) == (None, "domicile.unknown")
    assert answer(use, participant=person(village="33.24.01.2001")) == (True, "domicile.met")
    assert answer(use, participant=person(village="33.24.01.2002")) == (False, "domicile.outside")


def test_domicile_reads_the_level_that_the_code_needs() -> None:
    assert rule("domicile", within="33.24").fields() == ("district",)
    assert rule("domicile", within="33.24.01.2001").fields() == ("village",)
    assert rule("domicile", within=["33.24", "33.25.01.2001"]).fields() == ("village",)
    assert rule("domicile", within="33.24", field="regency").fields() == ("regency",)
    assert answer(rule("domicile", within="33.24")) == (None, "domicile.unknown")
    met, reason = rule("domicile", within=["33.24", "33.26"]).check(case(person(district="33.25.01")))
    assert met is False
    assert reason.params == {"place": "33.25.01", "within": "33.24, 33.26"}


@pytest.mark.parametrize(
    ("value", "one_of", "not_one_of"),
    [
        ("ASN", True, False),
        ("asn", True, False),
        ("Wiraswasta|tni", True, False),
        ("Wiraswasta", False, True),
        (None, None, None),
    ],
)
def test_lists(value: str | None, one_of: bool | None, not_one_of: bool | None) -> None:
    facts = {} if value is None else {"occupation": value}
    for name, expected in (("one_of", one_of), ("not_one_of", not_one_of)):
        use = rule(name, field="occupation", values=["ASN", "TNI"])
        assert answer(use, participant=person(**facts))[0] is expected
        assert use.fields() == ("occupation",)
        assert use.edges("occupation") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0.9", "below"), ("1", "met"), ("19.5", "met"), ("19.6", "above"), ("", "unknown"), ("x", "unknown")],
)
def test_range(value: str, expected: str) -> None:
    use = rule("range", field="workers", min="1", max="19.5")
    assert answer(use, participant=person(workers=value))[1] == f"range.{expected}"


def test_the_edges_of_a_range_keep_every_comparison() -> None:
    assert rule("range", field="workers", min="1", max="19").edges("workers") == (1, 20)
    assert rule("range", field="workers", min="0.5", max="19.5").edges("workers") == (1, 20)
    assert rule("range", field="workers").edges("workers") == ()
    assert rule("range", field="workers").check(case(person(workers="3")))[0] is True


@pytest.mark.parametrize(
    ("present", "recorded", "expected"),
    [
        (4, 4, (True, "attendance.met")),
        (3, 4, (False, "attendance.few")),
        (3, 3, (None, "attendance.unknown")),
        (0, 0, (None, "attendance.unknown")),
        (0, 1, (False, "attendance.few")),
    ],
)
@pytest.mark.parametrize("limit", [{"min_sessions": "4"}, {"min_share": "0.8"}])
def test_attendance(present: int, recorded: int, expected: tuple[bool | None, str], limit: dict[str, str]) -> None:
    marks = tuple(
        Mark("P1", "attendance", "", session, "H" if index < present else "A")
        for index, session in enumerate(SESSIONS[:recorded])
    )
    codes = {"attendance": {"H": Fraction(1), "A": Fraction(0)}}
    use = rule("attendance", **limit)
    assert answer(use, marks=marks, sessions=SESSIONS, present_codes=codes) == expected
    assert use.marks() == ("attendance",)


def test_attendance_counts_parts_of_sessions_exactly_and_says_them_plainly() -> None:
    codes = {"attendance": {"H": Fraction(1), "T": Fraction(1, 2), "A": Fraction(0)}}
    marks = tuple(Mark("P1", "attendance", "", one, code) for one, code in zip(SESSIONS, "HHTA", strict=True))
    met, reason = rule("attendance", min_share="0.65").check(case(marks=marks, sessions=SESSIONS, present_codes=codes))
    assert met is False
    assert reason.params == {"attended": "2.5", "sessions": 4, "needed": "2.6"}


def test_a_share_that_does_not_end_is_never_rounded_in_anybodys_favour() -> None:
    """Two thirds of 4 sessions are 2.666...: two and a half are not enough, and the text says 2.67."""
    use = rule("attendance", min_share="0.666666666667")
    assert use.needed(4) > Fraction(266, 100)
    codes = {"attendance": {"H": Fraction(1), "A": Fraction(0)}}
    marks = tuple(Mark("P1", "attendance", "", one, code) for one, code in zip(SESSIONS, "HHAA", strict=True))
    assert use.check(case(marks=marks, sessions=SESSIONS, present_codes=codes))[1].params["needed"] == "2.67"


def test_attendance_without_sessions_is_not_known_and_one_limit_is_needed() -> None:
    assert answer(rule("attendance", min_share="0")) == (None, "attendance.unknown")
    for keys in ({}, {"min_sessions": "1", "min_share": "0.5"}):
        with pytest.raises(ValidationError):
            rule("attendance", **keys)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("KTP|NIB|PIRT", (True, "documents.met")),
        ("ktp|nib|halal", (True, "documents.met")),
        ("KTP|PIRT", (False, "documents.lacking")),
        ("KTP|NIB", (False, "documents.lacking")),
        (None, (None, "documents.unknown")),
    ],
)
def test_documents(stated: str | None, expected: tuple[bool | None, str]) -> None:
    facts = {} if stated is None else {"documents": stated}
    use = rule("documents", required=["KTP", "NIB"], any_of=["PIRT", "Halal"])
    assert answer(use, participant=person(**facts)) == expected
    assert use.fields() == ("documents",)


def test_documents_name_what_lacks() -> None:
    use = rule("documents", required=["KTP", "NIB"], any_of=["PIRT", "Halal"], field="licences")
    reason = use.check(case(person(licences="KTP")))[1]
    assert reason.params == {"field": "licences", "lacking": "NIB, PIRT / Halal"}
    assert rule("documents", required=["KTP"]).check(case(person(documents="KTP")))[0] is True


@pytest.mark.parametrize(("flag", "met"), [("true", True), ("false", False), ("", None), ("ya", None)])
def test_consent(flag: str, met: bool | None) -> None:
    assert answer(rule("consent"), participant=person(consent=flag))[0] is met
    assert rule("consent", field="agreed").fields() == ("agreed",)


@pytest.mark.parametrize(
    ("kbli", "expected"),
    [("31001", (True, "kbli.met")), ("13134|31001", (True, "kbli.met")), ("13134", (False, "kbli.other"))],
)
def test_kbli_of_the_track(kbli: str, expected: tuple[bool | None, str]) -> None:
    assert answer(rule("kbli"), participant=person(kbli=kbli), track_kbli=("31001",)) == expected


def test_kbli_by_the_list_of_the_rule_its_first_digits_and_its_waiver() -> None:
    use = rule("kbli", codes=["13", "31001"], unless="planned")
    assert answer(use, participant=person(kbli="13134"), track_kbli=("45407",)) == (True, "kbli.met")
    assert answer(use, participant=person(planned="true")) == (True, "kbli.waived")
    assert answer(use, participant=person(planned="false")) == (None, "kbli.unknown")
    assert answer(rule("kbli"), participant=person(kbli="13134")) == (None, "kbli.unlisted")
    assert use.fields() == ("kbli", "track", "planned")
    asked = {"kbli": "31001"}
    assert answer(rule("kbli"), participant=person(kbli="31001"), line=asked, track_kbli=("13",)) == (True, "kbli.met")
    assert answer(rule("kbli"), participant=person(kbli="13134"), line=asked, track_kbli=("13",))[0] is False
    assert answer(rule("kbli"), line={"id": "kursi"}, track_kbli=("13",)) == (True, "kbli.unasked")
    assert answer(use, participant=person(kbli="20"), line={"id": "kursi"}) == (False, "kbli.other")
    assert rule("kbli").fields() == ("kbli", "track")


def test_tests_taken_needs_a_mark_of_each_whatever_its_value() -> None:
    use = rule("tests_taken", marks=["pre_test", "post_test"])
    both = (Mark("P1", "pre_test", "", "", "0"), Mark("P1", "post_test", "", "", "0"))
    assert answer(use, marks=both) == (True, "tests_taken.met")
    met, reason = use.check(case(marks=both[:1]))
    assert (met, reason.params) == (None, {"tests": "post_test"})
    reason = use.check(case())[1]
    assert (reason.key in use.texts, reason.params) == (True, {"tests": "pre_test, post_test"})
    assert use.marks() == ("pre_test", "post_test")


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("0", (True, "no_previous_aid.met")),
        ("2022", (True, "no_previous_aid.long_ago")),
        ("2023", (False, "no_previous_aid.recent")),
        ("2025", (False, "no_previous_aid.recent")),
        ("", (None, "no_previous_aid.unknown")),
    ],
)
def test_no_aid_in_the_last_three_years(year: str, expected: tuple[bool | None, str]) -> None:
    use = rule("no_previous_aid", years="3")
    assert answer(use, participant=person(previous_aid_year=year)) == expected
    assert use.fields() == ("previous_aid_year",)


def test_no_aid_ever() -> None:
    assert answer(rule("no_previous_aid"), participant=person(previous_aid_year="1999")) == (
        False,
        "no_previous_aid.ever",
    )
    assert answer(rule("no_previous_aid"), participant=person(previous_aid_year="0")) == (True, "no_previous_aid.met")


def test_nominated() -> None:
    use = rule("nominated", max_rank="2")
    from_sentra = person(group="genteng", nomination_rank="2")
    assert answer(use, participant=from_sentra, group=GROUP) == (True, "nominated.met")
    late = person(group="genteng", nomination_rank="3")
    assert answer(use, participant=late, group=GROUP) == (False, "nominated.low")
    assert answer(use, participant=person(group="genteng"), group=GROUP) == (None, "nominated.rank_unknown")
    assert answer(use, participant=person(group="lain")) == (False, "nominated.unlisted")
    assert answer(use) == (None, "nominated.unknown")
    assert answer(rule("nominated"), participant=late, group=GROUP) == (True, "nominated.met")
    assert (use.fields(), rule("nominated").fields()) == (("group", "nomination_rank"), ("group",))


@pytest.mark.parametrize(
    ("keys", "group", "expected"),
    [
        ({"attribute": "dak", "values": ["Berjalan"]}, GROUP, (True, "group.met")),
        ({"attribute": "dak", "values": ["selesai"]}, GROUP, (False, "group.other")),
        ({"attribute": "priority", "values": ["ya"]}, GROUP, (None, "group.unstated")),
        ({"min_units": "7"}, GROUP, (True, "group.met")),
        ({"min_units": "8"}, GROUP, (False, "group.small")),
        ({"min_units": "5"}, {"id": "x", "name": "X"}, (None, "group.unstated")),
        ({"min_units": "5"}, {}, (None, "group.unknown")),
        ({}, GROUP, (True, "group.met")),
    ],
)
def test_group(keys: dict[str, Any], group: dict[str, str], expected: tuple[bool | None, str]) -> None:
    assert answer(rule("group", **keys), group=group) == expected
    assert rule("group", **keys).fields() == ("group",)


def test_size_class_names_the_law_it_follows() -> None:
    industry = rule("size_class", by="industry", values=["small"])
    met, reason = industry.check(case(person(industry_size="small")))
    assert (met, reason.params["law"]) == (True, "Permenperin 64/M-IND/PER/7/2016")
    umkm = rule("size_class", by="umkm", values=["micro", "small"])
    met, reason = umkm.check(case(person(umkm_size="medium")))
    assert (met, reason.params["law"]) == (False, "PP 7/2021 Pasal 35")
    assert answer(umkm) == (None, "size_class.unknown")
    assert (industry.fields(), umkm.fields()) == (("industry_size",), ("umkm_size",))


def test_a_limit_of_a_demand_line_is_exact_to_the_last_digit() -> None:
    """(10^12 - 10^-12) (1 - 10^-12) = 10^12 - 1 - 10^-12 + 10^-24, one in the last place more than is offered."""
    nearly, share = "999999999999.999999999999", "0.999999999999"
    offered, least = "999999999998.999999999999", "999999999998.999999999999000000000001"
    short = rule("volume", min_share=share).check(case(person(capacity=offered), line={"volume": nearly}))
    assert (short[0], short[1].params["least"]) == (False, least)
    dear = rule("price", max_ratio="1.000000000001")
    line = {"price": "99999999999999999"}
    above = dear.check(case(person(price="100000000000099999"), line=line))
    assert (above[0], above[1].params["most"]) == (False, "100000000000099998.999999999999")
    assert dear.check(case(person(price="100000000000099998.999999999999"), line=line))[0] is True


LINE = {"id": "kursi", "price": "100000", "volume": "200", "unit": "pcs", "papers": "SVLK|SNI"}
PAPERS = {"field": "licences", "lacking": "SVLK, SNI"}
OFFER = {"max_ratio": "1.1", "field": "offer"}
FIFTH = {"min_share": "0.2", "field": "made", "unit_field": "made_in"}
MEDIUM = {"values": "small, medium", "law": "Permenperin 64/M-IND/PER/7/2016"}


@pytest.mark.parametrize(
    ("use", "facts", "met", "key", "params"),
    [
        (rule("price"), {"price": "100000"}, True, "met", {"price": "100000", "asked": "100000"}),
        (rule("price"), {"price": "100000.5"}, False, "above",
         {"price": "100000.5", "most": "100000", "asked": "100000"}),
        (rule("price"), {"price": "murah"}, None, "unknown", {"field": "price"}),
        (rule("price", **OFFER), {"offer": "110000"}, True, "met", {"price": "110000", "asked": "100000"}),
        (rule("price", **OFFER), {"offer": "110001"}, False, "above",
         {"price": "110001", "most": "110000", "asked": "100000"}),
        (rule("price", **OFFER), {"price": "1"}, None, "unknown", {"field": "offer"}),
        (rule("volume"), {"capacity": "200"}, True, "met", {"capacity": "200", "volume": "200", "unit": "pcs"}),
        (rule("volume"), {"capacity": "199.5", "capacity_unit": "PCS"}, False, "below",
         {"capacity": "199.5", "least": "200", "volume": "200", "unit": "pcs"}),
        (rule("volume"), {"capacity": "200", "capacity_unit": "set"}, False, "unit", {"found": "set", "unit": "pcs"}),
        (rule("volume"), {"capacity": "banyak"}, None, "unknown", {}),
        (rule("volume", **FIFTH), {"made": "40", "made_in": "pcs"}, True, "met",
         {"capacity": "40", "volume": "200", "unit": "pcs"}),
        (rule("volume", **FIFTH), {"made": "39", "capacity": "40", "capacity_unit": "set"}, False, "below",
         {"capacity": "39", "least": "40", "volume": "200", "unit": "pcs"}),
        (rule("papers"), {"licences": "svlk|pirt|sni"}, True, "met", {}),
        (rule("papers"), {"licences": "SVLK"}, False, "lacking", {"lacking": "SNI"}),
        (rule("papers"), {"licences": "PIRT"}, False, "lacking", {"lacking": "SVLK, SNI"}),
        (rule("papers"), {"documents": "SVLK|SNI"}, None, "unknown", PAPERS),
        (rule("papers", field="held"), {"held": "SNI"}, False, "lacking", {"lacking": "SVLK"}),
        (rule("kbli", codes=["13", "31001"]), {"kbli": "45407|31001|32"}, True, "met", {"kbli": "31001, 32, 45407"}),
        (rule("kbli", codes=["13", "31001"]), {"kbli": "45407|31009"}, False, "other",
         {"kbli": "31009, 45407", "codes": "13, 31001"}),
        (rule("size_class", by="industry", values=["small", "medium"]), {"industry_size": "small"}, True, "met",
         {"size": "small", **MEDIUM}),
        (rule("size_class", by="industry", values=["small", "medium"]), {"industry_size": "large"}, False, "other",
         {"size": "large", **MEDIUM}),
    ],
)  # fmt: skip
def test_what_a_reason_names(use: Any, facts: dict[str, str], met: bool | None, key: str, params: Any) -> None:
    found, reason = use.check(case(person(**facts), line=LINE))
    assert reason.key in use.texts
    assert (found, reason.key, reason.params) == (met, f"{use.name}.{key}", params)


@pytest.mark.parametrize(("name", "fields"), [
    ("price", ("price",)), ("volume", ("capacity", "capacity_unit")), ("papers", ("licences",)),
])  # fmt: skip
def test_a_line_that_does_not_ask_is_met_by_everybody(name: str, fields: tuple[str, ...]) -> None:
    """And the unit of a line that names none is not compared."""
    assert answer(rule(name), line={"id": "kursi"}) == (True, f"{name}.unasked")
    assert (rule(name).of_line, rule(name).fields()) == (True, fields)
    if name == "volume":
        unnamed = {"volume": "2"}
        assert answer(rule(name), participant=person(capacity="2", capacity_unit="set"), line=unnamed)[0] is True


@pytest.mark.parametrize(
    ("least", "codes", "present", "met"),
    [
        # T counts half: with two sessions to come, "TT" can still become 2.
        ("2", {"T": "0.5"}, "TT", None), ("3", {"T": "0.5"}, "TT", False),
        # H counts one: "TT" can become 3.
        ("3", {"H": "1", "T": "0.5"}, "TT", None), ("4", {"H": "1", "T": "0.5"}, "TT", False),
        # A mark without codes: none of the four sessions is known, each counts one at most.
        ("4", {}, "HH", None), ("5", {}, "HH", False),
    ],
)  # fmt: skip
def test_sessions_to_come_count_as_much_as_the_best_code(
    least: str, codes: dict[str, str], present: str, met: bool | None
) -> None:
    marks = tuple(Mark("P1", "attendance", "", one, code) for one, code in zip(SESSIONS, present, strict=False))
    shares = {"attendance": {code: Fraction(share) for code, share in codes.items()}}
    use = rule("attendance", min_sessions=least)
    assert answer(use, marks=marks, sessions=SESSIONS, present_codes=shares)[0] is met


@pytest.mark.parametrize(
    ("missing", "outcome"), [("reject", "failed"), ("pending", "pending"), ("pass", "met"), (None, "pending")]
)
def test_what_a_missing_fact_means_is_said_by_the_rule(missing: str | None, outcome: str) -> None:
    keys = {} if missing is None else {"missing": missing}
    verdict = rule("age", min="18", basis="Juknis, huruf C.1", severity="fix", **keys).judge(case())
    assert (verdict.outcome, verdict.basis, verdict.severity) == (outcome, "Juknis, huruf C.1", "fix")


def test_known_facts_do_not_ask_the_missing_policy() -> None:
    use = rule("age", min="18", missing="pass")
    assert use.judge(case(person(age="17"))).outcome == "failed"
    assert use.judge(case(person(age="18"))).outcome == "met"


def test_a_case_answers_own_columns_too() -> None:
    one = Participant("P1", track="furniture", group="genteng", registered_at="2025-09-01T08:00:00")
    assert [case(one).fact(name) for name in ("track", "track_2", "group", "number")] == [
        "furniture",
        None,
        "genteng",
        "P1",
    ]


def test_a_rule_that_reads_nothing_says_so() -> None:
    assert rule("tests_taken", marks=["post"]).fields() == ()
    assert rule("age").marks() == ()


@pytest.mark.parametrize("name", RULES)
def test_every_rule_brings_its_texts_in_both_languages_with_the_same_places(name: str) -> None:
    use = RULES[name]
    assert use.name == name
    assert set(use.summary) == {"id", "en"}
    for key, by_language in use.texts.items():
        assert key.startswith(f"{name}.")
        assert set(by_language) == {"id", "en"}
        places = [sorted(re.findall(r"{(\w+)}", text)) for text in by_language.values()]
        assert places[0] == places[1]
