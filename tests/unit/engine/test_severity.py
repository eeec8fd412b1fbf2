"""Severity by least squares, exactly, and only among linked judges."""

from fractions import Fraction

from ikmctl.engine.panel.severity import linked_groups, severity_table, solve

F = Fraction


def sheet(**work: str) -> dict[tuple[str, str], dict[str, Fraction]]:
    """`P1="J1:4 J2:3"`."""
    return {
        (number, ""): {judge: F(value) for judge, value in (one.split(":") for one in marks.split())}
        for number, marks in work.items()
    }


def test_with_a_full_panel_severity_is_the_distance_from_the_panels_mean() -> None:
    table = severity_table(sheet(P1="J1:4 J2:3 J3:5", P2="J1:2 J2:1 J3:3"))
    assert table.severity == {"J1": 0, "J2": -1, "J3": 1}
    assert table.groups == (("J1", "J2", "J3"),)


def test_judges_are_compared_through_common_work() -> None:
    """J1 is one above J2, J2 is two above J3; J1 and J3 never meet: 1 + 1/3, 1/3, -5/3."""
    table = severity_table(sheet(P1="J1:4 J2:3", P2="J2:5 J3:3", P3="J1:1"))
    assert table.severity == {"J1": F(4, 3), "J2": F(1, 3), "J3": F(-5, 3)}
    assert sum(table.severity.values()) == 0


def test_least_squares_by_hand() -> None:
    """Differences J1 - J2 of 1, 1 and 4 on three works: the severities are half their mean apart from zero."""
    table = severity_table(sheet(P1="J1:4 J2:3", P2="J1:3 J2:2", P3="J1:5 J2:1"))
    assert table.severity == {"J1": F(1), "J2": F(-1)}


def test_groups_that_share_no_work_stand_for_themselves() -> None:
    table = severity_table(sheet(P1="J1:4 J2:3", P2="J3:5 J4:3"))
    assert table.groups == (("J1", "J2"), ("J3", "J4"))
    assert table.severity == {"J1": F(1, 2), "J2": F(-1, 2), "J3": 1, "J4": -1}


def test_a_judge_alone_has_no_severity_and_no_marks_have_no_judges() -> None:
    assert severity_table(sheet(P1="J1:4")).severity == {"J1": 0}
    empty = severity_table({("P1", ""): {}})
    assert (empty.severity, empty.groups) == ({}, ())


def test_links_grow_together() -> None:
    assert linked_groups([["a", "b"], ["c", "d"], ["e"]]) == (("a", "b"), ("c", "d"), ("e",))
    assert linked_groups([["a", "b"], ["c", "d"], ["e"], ["d", "a"]]) == (("a", "b", "c", "d"), ("e",))


def test_solving_swaps_rows_where_it_must() -> None:
    """y = 2 and x + y = 5."""
    assert solve([[F(0), F(1)], [F(1), F(1)]], [F(2), F(5)]) == [3, 2]
