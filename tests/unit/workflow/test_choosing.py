"""Which track, stage or key somebody means, and what is proposed where there is none."""

import pytest

from ikmctl.workflow.explain import ExplainOptions, explain_key, may_be_person, near_to, nearest_key, run
from ikmctl.workflow.names import _near
from ikmctl.workflow.stages import choose_track
from tests.unit.sheets.program import program

PROGRAM = program(tracks=[{"id": "furniture", "name": "Furnitur", "quota": 1, "aliases": ["mebel"]}])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tracks.quoat", "tracks.quota"),
        ("quota", "tracks.quota"),
        ("stages.critera.weight", "stages.criteria.weight"),
        ("bobot", "stages.criteria.weight"),
        ("stages.criteria.bobot", "stages.criteria.weight"),
        ("wieght", "stages.criteria.weight"),
        ("umur", "age"),
        ("xyzzy", ""),
    ],
)
def test_the_nearest_key(typed: str, meant: str) -> None:
    assert nearest_key(typed) == meant


def test_a_key_alone_is_the_last_part_of_a_path() -> None:
    assert near_to("quota") == "tracks.quota"
    assert near_to("Budi") == near_to("budi") == near_to("gender") == ""
    assert may_be_person("Budi")
    assert not may_be_person("tracks.quota")


def test_a_code_that_is_none_is_told_as_that() -> None:
    for code in ("IKM9999", "ikm199"):
        (problem,) = run(None, ExplainOptions(code)).diagnostics
        assert (problem.code, dict(problem.params)) == ("IKM577", {"code": code, "other": "", "near": ""})


def test_rules_and_scales_are_explained_by_their_names_and_listed_under_their_key() -> None:
    age = explain_key("age", "en")
    assert age is not None
    assert (age.path, age.keys[-2:]) == ("stages.eligibility: age", ("min", "max"))
    linear = explain_key("linear", "id")
    assert linear is not None
    assert linear.description.startswith("garis lurus")
    rule = explain_key("stages.eligibility.rule", "id")
    assert rule is not None
    assert {"age", "domicile", "consent"} <= set(rule.choices)


def test_a_number_without_its_zeros() -> None:
    assert _near("P17", ["P017", "P170", "P217"]) == "`P017`"
    assert _near("a-5", ["A-005", "A-050"]) == "`A-005`"
    assert _near("P0171", ["P017", "X9"]) == "`P017`"
    assert _near("zzz", ["P017"]) == ""


def test_a_track_by_any_of_its_words() -> None:
    track = PROGRAM.all_tracks[0]
    for word in (track.id, track.name.upper(), *track.aliases):
        assert choose_track(PROGRAM, word) == (track.id, ())
    assert choose_track(PROGRAM, None) == (None, ())


def test_an_unknown_track_leads_to_the_nearest() -> None:
    track = PROGRAM.all_tracks[0]
    found, problems = choose_track(PROGRAM, track.name + "x")
    assert found is None
    assert [(one.code, one.params["near"]) for one in problems] == [("IKM569", track.id)]
