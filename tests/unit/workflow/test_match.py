"""The road of a match on disk: lock, pairs, decisions, a changed demand line, verify."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ikmctl.domain.diagnostic import Severity
from ikmctl.store.atomic import commit
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow import lock, match, monitoring, status, verify
from ikmctl.workflow.curate import CurateOptions
from ikmctl.workflow.curate import run as curate
from ikmctl.workflow.decide import DecideOptions
from ikmctl.workflow.decide import run as decide
from ikmctl.workflow.result import Exit, Result

EXAMPLE = Path(__file__).resolve().parents[3] / "cohorts" / "kaliwungu-kemitraan"
DAY = date(2025, 10, 6)


@pytest.fixture
def paths(tmp_path: Path) -> CohortPaths:
    home = tmp_path / "cohorts" / EXAMPLE.name
    shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns("private", "sample", "partners", "outcomes.csv"))
    return CohortPaths(home)


def write(result: Result[object], paths: CohortPaths) -> None:
    assert result.changes is not None
    assert commit(result.changes, paths.root) == ()


def matched(paths: CohortPaths) -> match.Matches:
    result = match.run(paths)
    assert result.data is not None
    write(result, paths)
    return result.data


def withdraw(number: str) -> DecideOptions:
    return DecideOptions("withdraw", (number,), on=DAY, by="Ketua", reason="surat", kind="mundur")


def consent(paths: CohortPaths) -> dict[str, str]:
    head, *rows = [line.split(",") for line in paths.participants.read_text(encoding="utf-8").splitlines()]
    return {row[0]: row[head.index("consent")] for row in rows}


def test_members_without_consent_are_nowhere_in_the_file_that_goes_to_firms(paths: CohortPaths) -> None:
    data = matched(paths)
    silent = {number for number, said in consent(paths).items() if said != "true"}
    text = paths.matches("partners").read_text(encoding="utf-8")
    assert len(silent) == data.unnamed == 3
    assert [number for number in silent if number in text] == []


def test_no_firm_and_no_member_gets_more_than_they_can_take(paths: CohortPaths) -> None:
    data = matched(paths)
    room = {one.line: one.capacity for one in data.lines}
    assert all(one.matched <= one.capacity for one in data.lines)
    assert {line: sum(pair.line == line for pair in data.matches) for line in room} == {
        one.line: one.matched for one in data.lines
    }
    assert next(one for one in data.lines if one.line == "kotak-karton").candidates == 0


def test_verify_rebuilds_the_pairs_and_names_a_line_changed_by_hand(paths: CohortPaths) -> None:
    matched(paths)
    assert verify.run(paths).exit_code() is Exit.OK
    file = paths.matches("partners")
    file.write_text(file.read_text(encoding="utf-8").replace("id: A036", "id: A031", 1), encoding="utf-8")
    found = verify.run(paths)
    assert found.exit_code() is Exit.PROBLEMS
    assert [one.code for one in found.diagnostics if one.severity is Severity.ERROR] == ["IKM560"]
    assert found.next_step == "ikmctl status"


def test_the_order_of_lines_and_members_in_the_files_changes_no_byte(paths: CohortPaths) -> None:
    matched(paths)
    before = paths.matches("partners").read_text(encoding="utf-8")
    head, *firms = paths.partners.read_text(encoding="utf-8").split("  - id: ")
    paths.partners.write_text("  - id: ".join([head, *reversed(firms)]), encoding="utf-8")
    top, *rows = paths.participants.read_text(encoding="utf-8").splitlines()
    paths.participants.write_text("\n".join([top, *reversed(rows), ""]), encoding="utf-8")
    again = match.run(paths)
    assert again.changes is not None
    now = again.changes.files[paths.matches("partners")]
    assert now is not None
    kept = [line for line in now.decode().splitlines() if not line.startswith("pool:")]
    assert kept == [line for line in before.splitlines() if not line.startswith("pool:")]


def test_who_withdraws_frees_room_on_the_line_and_the_file_follows(paths: CohortPaths) -> None:
    matched(paths)
    result = decide(paths, withdraw("A005"))
    assert result.data is not None
    assert {one.line for one in result.data.ended} == {"kusen-pintu", "meja-kamar"}
    assert {one.number for one in result.data.made}.isdisjoint({"A005"})
    assert {one.line for one in result.data.made} == {"kusen-pintu", "meja-kamar"}
    write(result, paths)
    assert "A005" not in paths.matches("partners").read_text(encoding="utf-8")
    assert verify.run(paths).exit_code() is Exit.OK


def test_nobody_withdraws_twice(paths: CohortPaths) -> None:
    matched(paths)
    write(decide(paths, withdraw("A001")), paths)
    again = decide(paths, withdraw("A001"))
    assert [item.code for item in again.diagnostics] == ["IKM551"]
    assert again.changes is None


def test_an_event_of_a_match_knows_the_decisions_before_it(paths: CohortPaths) -> None:
    matched(paths)
    write(decide(paths, withdraw("A001")), paths)
    write(lock.lock(paths, "rules", lock.EventOptions(date(2025, 10, 9), "Ketua", "lagi")), paths)
    told = [note.key for note in match.run(paths).notes]
    assert "record.relocked.rules" in told
    text = paths.decisions.read_text(encoding="utf-8")
    paths.decisions.write_text(text.replace("surat", "telepon"), encoding="utf-8")
    assert match.run(paths).changes is None
    assert "IKM508" in [item.code for item in verify.run(paths).diagnostics]
    assert verify.run(paths).exit_code() is Exit.PROBLEMS


def test_an_admission_is_refused_and_nothing_is_written(paths: CohortPaths) -> None:
    matched(paths)
    result = decide(paths, DecideOptions("admit", ("A005",), on=DAY, by="Ketua", reason="baik", seat="extra"))
    assert [one.code for one in result.diagnostics] == ["IKM659"]
    assert result.changes is None


def test_a_locked_pool_knows_the_demand_lines(paths: CohortPaths) -> None:
    matched(paths)
    write(lock.lock(paths, "pool", lock.EventOptions(on=DAY, by="Ketua")), paths)
    assert verify.run(paths).exit_code() is Exit.OK
    text = paths.partners.read_text(encoding="utf-8")
    paths.partners.write_text(text.replace("price: 500000", "price: 510000"), encoding="utf-8")
    assert "IKM513" in {one.code for one in verify.run(paths).diagnostics}


def test_lists_draws_and_decrees_have_no_place_here(paths: CohortPaths) -> None:
    options = lock.EventOptions(on=DAY, by="Ketua")
    for result in (
        curate(paths, CurateOptions(DAY)), lock.announce(paths, options), lock.finalize(paths, "1/2025", options),
        lock.draw(paths, "123", "dadu", options),
    ):  # fmt: skip
        assert [one.code for one in result.diagnostics] == ["IKM656"]
        assert result.exit_code() is Exit.UNUSABLE


def test_status_counts_members_and_leads_to_match(paths: CohortPaths) -> None:
    before = status.run(paths)
    assert before.next_step == "ikmctl match"
    matched(paths)
    after = status.run(paths)
    assert after.data is not None
    (funnel,) = after.data.funnel
    assert (funnel.participants, funnel.selected, funnel.lines) == (40, 12, 9)
    assert after.next_step == ""


def test_follow_up_without_outcomes_says_what_is_missing(paths: CohortPaths) -> None:
    matched(paths)
    result = monitoring.run(paths)
    assert result.data is not None
    assert (result.data.stage, result.data.followed, result.data.follow.count("silent")) == ("partners", 12, 12)
    assert [(one.code, one.params["lacking"]) for one in result.diagnostics] == [
        ("IKM661", "turnover, workers, licences")
    ]
