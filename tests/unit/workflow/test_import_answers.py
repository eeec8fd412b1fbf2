import itertools

from ikmctl.workflow.importing.answers import settle
from ikmctl.workflow.importing.incoming import Settled
from tests.unit.workflow.importing import row

EARLY, LATE = "2025-09-01T08:00:00", "2025-09-02T09:30:00"


def outcome(settled: Settled) -> tuple[dict[str, dict[str, str]], list[tuple[int, str]], list[int]]:
    kept = {key: dict(one.values) for key, one in settled.kept.items()}
    merged = [(item.row.origin.row, item.why) for item in settled.merged]
    return kept, merged, [one.origin.row for one in settled.rejected]


def test_different_applicants_stay_apart() -> None:
    settled = settle([("a", row(2, name="Budi")), ("b", row(3, name="Siti"))])
    assert outcome(settled) == ({"a": {"name": "Budi"}, "b": {"name": "Siti"}}, [], [])


def test_an_exact_repeat_is_merged_into_the_first() -> None:
    settled = settle([("a", row(7, name="Budi", phone="1")), ("a", row(2, name="Budi", phone="1"))])
    assert outcome(settled) == ({"a": {"name": "Budi", "phone": "1"}}, [(7, "repeat")], [])
    assert settled.merged[0].into.row == 2


def test_the_newest_answer_wins_and_older_ones_only_fill_blanks() -> None:
    old = row(2, name="Budi", phone="1", workers="3", registered_at=EARLY)
    new = row(3, name="Budi Santoso", phone="2", registered_at=LATE)
    kept, merged, rejected = outcome(settle([("a", new), ("a", old)]))
    assert kept == {"a": {"name": "Budi Santoso", "phone": "2", "workers": "3", "registered_at": LATE}}
    assert merged == [(2, "older")]
    assert rejected == []


def test_the_end_of_an_older_range_does_not_join_a_newer_amount() -> None:
    old = row(2, **{"income": "2000000", "income.high": "6000000", "income.note": "month", "registered_at": EARLY})
    new = row(3, income="2500000", registered_at=LATE)
    kept, _, _ = outcome(settle([("a", new), ("a", old)]))
    assert kept == {"a": {"income": "2500000", "registered_at": LATE}}


def test_an_older_range_fills_a_blank_with_both_ends() -> None:
    old = row(2, **{"income": "2000000", "income.high": "6000000", "registered_at": EARLY})
    kept, _, _ = outcome(settle([("a", row(3, name="Budi", registered_at=LATE)), ("a", old)]))
    assert kept["a"] == {"name": "Budi", "income": "2000000", "income.high": "6000000", "registered_at": LATE}


def test_an_amount_and_a_range_that_begins_with_it_contradict() -> None:
    settled = settle(
        [("a", row(2, income="2000000")), ("a", row(3, **{"income": "2000000", "income.high": "3000000"}))]
    )
    assert outcome(settled) == ({}, [], [2, 3])
    assert settled.rejected[0].problems[0].params["fields"] == "income"


def test_contradicting_rows_without_a_time_go_back_all() -> None:
    settled = settle([("a", row(2, name="Budi", phone="1")), ("a", row(3, name="Budi", phone="2"))])
    assert outcome(settled) == ({}, [], [2, 3])
    problem = settled.rejected[0].problems[0]
    assert (problem.code, problem.where.cell) == ("IKM302", "B2")
    assert dict(problem.params) == {"rows": "3", "fields": "phone", "fields:id": "no hp"}


def test_contradicting_rows_of_the_same_moment_go_back() -> None:
    rows = [("a", row(at, phone=str(at), registered_at=LATE)) for at in (2, 3)]
    assert outcome(settle(rows)) == ({}, [], [2, 3])


def test_one_row_without_a_time_keeps_the_newest_from_winning() -> None:
    rows = [("a", row(2, phone="1", registered_at=LATE)), ("a", row(3, phone="2"))]
    assert outcome(settle(rows)) == ({}, [], [2, 3])


def test_rows_that_only_add_to_each_other_fall_together() -> None:
    settled = settle([("a", row(2, name="Budi")), ("a", row(3, name="Budi", phone="1"))])
    assert outcome(settled) == ({"a": {"name": "Budi", "phone": "1"}}, [(2, "adds")], [])


def test_the_same_answer_sent_twice_keeps_the_later_time() -> None:
    rows = [("a", row(2, phone="1", registered_at=EARLY)), ("a", row(3, phone="1", registered_at=LATE))]
    kept, merged, _ = outcome(settle(rows))
    assert kept == {"a": {"phone": "1", "registered_at": LATE}}
    assert merged == [(2, "older")]


def test_rows_have_no_power() -> None:
    rows = [
        ("a", row(2, name="Budi", phone="1", registered_at=EARLY)),
        ("a", row(3, name="Budi", phone="2", registered_at=LATE)),
        ("a", row(4, name="Budi", phone="2", registered_at=LATE)),
        ("b", row(5, name="Siti")),
    ]
    first = outcome(settle(rows))
    assert first[0]["a"] == {"name": "Budi", "phone": "2", "registered_at": LATE}
    assert all(outcome(settle(order)) == first for order in itertools.permutations(rows))
