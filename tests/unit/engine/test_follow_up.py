"""Before and after, worked out by hand."""

from datetime import date

from ikmctl.domain.outcome import Outcome, OutcomeSource
from ikmctl.engine.follow_up import Compared, FollowUp, follow_up

SINCE = date(2025, 10, 2)
BILLION = 1_000_000_000


def seen(number: str, day: str, field: str, value: str, source: OutcomeSource = "visit") -> Outcome:
    return Outcome(number, date.fromisoformat(day), field, value, source)


def follow(*outcomes: Outcome, numbers: tuple[str, ...] = ("P1",), **registered: dict[str, str]) -> FollowUp:
    return follow_up(numbers, outcomes, registered, SINCE)


def state(*outcomes: Outcome, **registered: dict[str, str]) -> tuple[str, str, str]:
    (one,) = follow(*outcomes, **registered).people
    return one.state, one.size_before, one.size_after


def test_two_billion_of_sales_is_the_last_rupiah_of_a_micro_business() -> None:
    before = {"turnover": str(1 * BILLION)}
    assert state(seen("P1", "2026-01-20", "turnover", str(2 * BILLION)), P1=before) == ("same", "micro", "micro")
    assert state(seen("P1", "2026-01-20", "turnover", str(2 * BILLION + 1)), P1=before) == ("up", "micro", "small")
    assert state(seen("P1", "2026-01-20", "turnover", "0"), P1={"turnover": str(3 * BILLION)}) == (
        "down", "small", "micro",
    )  # fmt: skip


def test_capital_decides_where_sales_are_not_known() -> None:
    assert state(seen("P1", "2026-01-20", "capital", str(5 * BILLION + 1)), P1={"capital": str(BILLION)}) == (
        "up", "micro", "medium",
    )  # fmt: skip


def test_what_was_seen_during_the_program_is_before_and_beats_the_registration() -> None:
    one = follow(
        seen("P1", "2025-10-02", "workers", "4"), seen("P1", "2026-01-20", "workers", "6"), P1={"workers": "9"}
    )
    assert one.fields[1] == Compared("workers", 1, 1, 1, 0, 0)
    assert one.observations == 1


def test_the_last_day_of_the_program_and_a_vain_visit_say_nothing_of_what_came_after() -> None:
    one = follow(seen("P1", "2025-10-02", "workers", "4"), Outcome("P2", date(2026, 1, 20), "", "", "unreached"),
                 seen("P3", "2025-10-02", "workers", "4"), seen("P3", "2026-01-20", "licences", "NIB", "self"),
                 seen("P3", "2026-01-21", "licences", "NIB|PIRT"), seen("P3", "2026-01-22", "workers", "5"),
                 numbers=("P1", "P2", "P3"))  # fmt: skip
    assert [(each.state, each.size_before, each.size_after, each.before, each.after) for each in one.people] == [
        ("silent", "", "", {"workers": "4"}, {}),
        ("unreached", "", "", {}, {}),
        ("unknown", "", "", {"workers": "4"}, {"licences": "NIB|PIRT", "workers": "5"}),
    ]
    assert (one.observations, one.self_declared) == (3, 1)


def test_the_latest_word_counts() -> None:
    early, late = seen("P1", "2026-01-20", "workers", "9"), seen("P1", "2026-06-20", "workers", "3")
    assert follow(late, early, P1={"workers": "5"}).fields[1] == Compared("workers", 1, 1, 0, 1, 0)


def test_silence_is_told_from_who_could_not_be_reached_and_who_stopped() -> None:
    unreached = Outcome("P2", date(2026, 1, 20), "", "", "unreached")
    stopped, running = (seen(number, "2026-01-20", "stopped", word) for number, word in (("P3", "ya"), ("P4", "tidak")))
    one = follow(unreached, stopped, running, numbers=("P4", "P3", "P2", "P1"))
    assert [(each.number, each.state) for each in one.people] == [
        ("P1", "silent"), ("P2", "unreached"), ("P3", "stopped"), ("P4", "unknown"),
    ]  # fmt: skip
    assert (one.count("stopped"), one.count("up")) == (1, 0)


def test_a_person_reached_later_is_reached() -> None:
    unreached = Outcome("P1", date(2026, 1, 20), "", "", "unreached")
    assert state(unreached, seen("P1", "2026-03-20", "workers", "2"))[0] == "unknown"


def test_licences_are_counted_and_shares_of_own_word_too() -> None:
    papers = seen("P1", "2026-01-20", "licences", "PIRT|Halal", "self")
    one = follow(papers, seen("P1", "2026-01-20", "workers", "2", "document"), P1={"licences": "PIRT"})
    assert one.fields[2] == Compared("licences", 1, 1, 1, 0, 0)
    assert (one.observations, one.self_declared) == (2, 1)
    assert one.lacking == ("turnover",)


def test_steps_of_partnerships_are_counted_once_a_member_in_their_order() -> None:
    one = follow(
        seen("P1", "2026-02-20", "contract", "kursi"), seen("P1", "2026-01-20", "meeting", "kursi"),
        seen("P1", "2026-01-27", "meeting", "kursi"), seen("P2", "2026-01-20", "meeting", "kursi"),
        numbers=("P1", "P2"),
    )  # fmt: skip
    assert one.steps == (("kursi", "meeting", 2), ("kursi", "contract", 1))


def test_others_and_an_empty_file_say_what_lacks() -> None:
    one = follow(seen("P9", "2026-01-20", "workers", "2"))
    assert (one.observations, one.lacking) == (0, ("turnover", "workers", "licences"))
    assert [each.state for each in one.people] == ["silent"]


def test_a_number_of_thousands_of_digits_is_no_amount() -> None:
    """Python itself refuses to read more than 4,300 digits."""
    seen_ = [seen("P1", "2026-03-20", "turnover", "9" * 5000), seen("P1", "2026-03-20", "workers", "9" * 18)]
    (one,) = follow_up(["P1"], seen_, {}, date(2026, 1, 1)).people
    assert (one.state, one.size_after) == ("unknown", "")
    assert [line.after for line in follow_up(["P1"], seen_, {}, date(2026, 1, 1)).fields] == [0, 1, 0]
