"""`decide correct` takes no value that import would refuse."""

import json
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.tiny import tiny


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tiny(tmp_path)
    program = (root / "program.yaml").read_text()
    (root / "program.yaml").write_text(
        program.replace(
            "    selection: {ties: [ticket]}",
            "    eligibility: [{rule: age, min: 18}]\n    selection: {ties: [ticket]}",
        )
    )
    people = (root / "participants.csv").read_text().splitlines()
    (root / "participants.csv").write_text(
        "\n".join([people[0] + ",age", *(line + ",30" for line in people[1:])]) + "\n"
    )
    return root


def correct(cohort: Path, *flags: str) -> tuple[int, list[str]]:
    words = ["decide", "correct", "P001", *flags, "--by", "Ketua", "--reason", "salah ketik", "--on", "2025-10-03"]
    answer = ikmctl([*words, "--format", "json"], cohort)
    return answer.code, [one["code"] for one in json.loads(answer.out)["diagnostics"]]


@pytest.mark.parametrize("value", ["101", "-1", "banyak", "1e2"])
def test_a_mark_beyond_its_range_is_refused(cohort: Path, value: str) -> None:
    code, found = correct(cohort, "--mark", "test", "--old", "90", "--new", value)
    assert code == 1
    assert found
    assert not (cohort / "decisions.yaml").exists()


@pytest.mark.parametrize("value", ["tiga puluh", "30.5"])
def test_a_fact_of_another_kind_is_refused(cohort: Path, value: str) -> None:
    code, found = correct(cohort, "--field", "age", "--old", "30", "--new", value)
    assert code == 1
    assert found
    assert not (cohort / "decisions.yaml").exists()


@pytest.mark.parametrize(
    "flags", [("--mark", "test", "--old", "90", "--new", "88.5"), ("--field", "age", "--old", "30", "--new", "17")]
)
def test_what_fits_is_recorded(cohort: Path, flags: tuple[str, ...]) -> None:
    assert correct(cohort, *flags) == (0, [])
    assert "do: correct, id: P001" in (cohort / "decisions.yaml").read_text()


def test_a_fact_is_corrected_where_another_one_is_blank(cohort: Path) -> None:
    program = (cohort / "program.yaml").read_text()
    rules = "[{rule: age, min: 18}, {rule: not_one_of, field: occupation, values: [ASN]}]"
    (cohort / "program.yaml").write_text(program.replace("[{rule: age, min: 18}]", rules))
    people = (cohort / "participants.csv").read_text().splitlines()
    lines = [people[0] + ",occupation", *(line + "," for line in people[1:])]
    (cohort / "participants.csv").write_text("\n".join(lines) + "\n")
    assert correct(cohort, "--field", "age", "--old", "30", "--new", "17") == (0, [])


def test_a_column_that_is_not_kept_is_refused(cohort: Path) -> None:
    assert correct(cohort, "--field", "agee", "--old", "30", "--new", "17") == (1, ["IKM960"])
    assert not (cohort / "decisions.yaml").exists()


@pytest.mark.parametrize("flag", ["--old", "--new"])
@pytest.mark.parametrize("value", ["\u202eabc", "a\u200bb", "x" * 4001])
def test_a_value_that_no_file_may_hold_is_refused_whatever_it_is_of(cohort: Path, flag: str, value: str) -> None:
    given = {"--old": "", "--new": "", flag: value}
    for subject in (("--field", "group"), ("--mark", "test")):
        code, found = correct(cohort, *subject, *(word for pair in given.items() for word in pair))
        assert (code, found) == (2, ["IKM942"]), subject
    assert not (cohort / "decisions.yaml").exists()
