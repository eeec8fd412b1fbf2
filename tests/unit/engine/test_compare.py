"""What a reader of the list would miss between two results."""

from ikmctl.domain.selection import Because, Entry, Selection
from ikmctl.engine.compare import Move, moves
from tests.unit.engine.selecting import choose, program

POOL = "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 60\nP5 x 50"


def test_nothing_moves_between_equal_results() -> None:
    rules = program("x:2", reserves=2)
    assert moves(choose(rules, POOL), choose(rules, POOL)) == ()


def test_a_withdrawal_moves_everybody_below_up() -> None:
    rules = program("x:2", reserves=2)
    found = moves(choose(rules, POOL), choose(rules, POOL, out={"P1": Because.WITHDRAWN}))
    assert found == (
        Move("P3", "x", "in", "reserve", "selected", Because.PLACE, "", 1, 2),
        Move("P1", "x", "out", "selected", "out", Because.WITHDRAWN, "", 1, 0),
        Move("P5", "x", "reserve", "out", "reserve", Because.RESERVE, "", 0, 2),
        Move("P2", "x", "moved", "selected", "selected", Because.PLACE, "", 2, 1),
        Move("P4", "x", "moved", "reserve", "reserve", Because.RESERVE, "", 2, 1),
    )


def test_people_come_and_go() -> None:
    rules = program("x:2")
    found = moves(choose(rules, "P1 x 90"), choose(rules, "P2 x 80"))
    assert [(one.number, one.kind, one.before, one.after) for one in found] == [
        ("P2", "in", None, "selected"),
        ("P1", "out", "selected", None),
    ]


def test_another_reason_is_a_change_and_another_track_a_move() -> None:
    rules = program("x:1")
    pool = "P1 x 90\nP2 x 10"
    found = moves(choose(rules, pool), choose(rules, pool, admitted={"P1": "quota"}))
    assert [(one.number, one.kind, one.because) for one in found] == [("P1", "changed", "decision")]
    both = program("x:1 y:1")
    found = moves(choose(both, "P1 x 90"), choose(both, "P1 y 90"))
    assert [(one.number, one.kind, one.track) for one in found] == [("P1", "moved", "y")]


def test_who_was_and_is_on_no_list_is_named_only_when_a_tie_was_lost() -> None:
    rules = program("x:1")
    before = choose(rules, "P1 x 90\nP2 x 90\nP3 x 50")
    after = choose(rules, "P1 x 90\nP2 x 90\nP3 x 50", tickets={"P1": "a", "P2": "b", "P3": "c"})
    assert [(one.number, one.kind) for one in moves(before, after)] == [("P1", "in"), ("P2", "changed")]


def test_a_reserve_who_falls_off_the_list_is_named() -> None:
    found = moves(choose(program("x:1", reserves=1), POOL), choose(program("x:1"), POOL))
    assert [(one.number, one.kind, one.because) for one in found] == [("P2", "changed", "quota")]


def test_a_reserve_with_another_word_is_a_change_and_somebody_out_is_not() -> None:
    def one(result: str, detail: str) -> Selection:
        entry = Entry("P1", "x", result, Because.RESERVE, detail)  # type: ignore[arg-type]  # a text that is a result
        return Selection("s", (), (entry,) if result == "reserve" else (), {"P1": entry})

    assert [found.kind for found in moves(one("reserve", "a"), one("reserve", "b"))] == ["changed"]
    assert moves(one("reserve", "a"), one("reserve", "a")) == ()
    assert moves(one("out", "a"), one("out", "b")) == ()
