"""Why somebody is passed over or in: the reasons that need more than one look."""

from tests.unit.engine.selecting import choose, listed, program, said, waiting


def test_seats_owed_to_several_values_of_one_column() -> None:
    rules = program("x:3", balance=[{"field": "district", "each": {"min": 1}}])
    chosen = choose(rules, "P1 x 90 district=D1\nP2 x 80 district=D1\nP3 x 20 district=D2\nP4 x 10 district=D3")
    assert said(chosen)[1] == "P2 x out owed district D2, district D3"
    assert chosen.entries["P2"].params == {
        "rule": "district D2, district D3", "left": 2, "kept": "district D2, district D3",
    }  # fmt: skip


def test_seats_owed_to_another_track() -> None:
    rules = program("x:3 y:2-3", compare="score", balance=[{"field": "gender", "value": "male", "max": 3}])
    pool = """
    P1 x 90 gender=male
    P2 x 80 gender=male
    P3 y 20 gender=male
    P4 y 10 gender=male
    P5 x 5 gender=male
    """
    assert said(choose(rules, pool)) == [
        "P1 x selected place",
        "P2 x out owed y",
        "P3 y selected place",
        "P4 y selected floor y",
        "P5 x out ceiling gender",
    ]
    params = choose(rules, pool).entries["P5"].params
    assert (params["rule"], params["most"]) == ("gender", 3)


def test_the_larger_of_two_floors_on_one_value_counts() -> None:
    rules = program(
        "x:3",
        balance=[
            {"field": "gender", "value": "female", "min": 2},
            {"field": "gender", "each": {"min": 1}},
        ],
    )
    pool = "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 20 gender=female\nP4 x 10 gender=female"
    chosen = choose(rules, pool)
    assert said(chosen)[1] == "P2 x out owed gender"
    assert chosen.entries["P2"].params["left"] == 2


def test_the_same_combination_is_told_to_everybody_of_a_cell() -> None:
    balance = [{"field": "gender", "value": "female", "min": 1}, {"field": "district", "value": "D5", "min": 1}]
    pool = """
    P1 x 90 gender=male district=D1
    P2 x 80 gender=male district=D5
    P3 x 70 gender=male district=D1
    P4 x 60 gender=female district=D1
    """
    chosen = choose(program("x:2", balance=balance), pool)
    assert listed(chosen) == "P2 P4"
    assert said(chosen)[0] == "P1 x out combination gender, district"
    assert said(chosen)[2] == "P3 x out owed gender"


def test_a_combination_outlives_the_next_pick() -> None:
    """Three seats: one owed to a woman, two to D5, by people who are never both."""
    balance = [{"field": "gender", "value": "female", "min": 1}, {"field": "district", "value": "D5", "min": 2}]
    pool = """
    P1 x 90 gender=male district=D1
    P2 x 80 gender=male district=D5
    P3 x 70 gender=male district=D1
    P4 x 60 gender=male district=D5
    P5 x 50 gender=female district=D1
    """
    chosen = choose(program("x:3", balance=balance), pool)
    assert [line.split(" ", 2)[2] for line in said(chosen)] == [
        "out combination gender, district",
        "selected place",
        "out combination gender, district",
        "selected floor district",
        "selected floor gender",
    ]


def test_quotas_alone_forbid_where_second_choices_run_out() -> None:
    """P1 names x first, but x must keep its two seats for those who name nothing else."""
    chosen = choose(
        program("x:2-2 y:1-1", compare="score", second_choice=True), "P1 x/y 90\nP2 x 80\nP3 x 70\nP4 x/y 60"
    )
    assert [f"{one.number}{one.track}" for one in chosen.selected] == ["P1x", "P2x", "P4y"]
    chosen = choose(program("x:2-2 y:1-1", compare="score", second_choice=True), "P1 x/y 90\nP2 x 80\nP3 x 70")
    assert [f"{one.number}{one.track}" for one in chosen.selected] == ["P2x", "P3x", "P1y"]


def test_a_group_is_named_with_whom_also_for_two_seats() -> None:
    pool = "P1 x 90 sentra=S1\nP2 x 80 sentra=S1\nP3 x 70 sentra=S1\nP4 x 60"
    chosen = choose(program("x:4", max_per={"sentra": 2}), pool)
    assert said(chosen)[2] == "P3 x out group sentra S1"
    assert chosen.entries["P3"].params == {"field": "sentra", "label": "S1", "with": "P1, P2"}


def test_in_by_floors_together_names_the_first_that_counts() -> None:
    """Either floor alone would keep P3 in, so no single one is to thank."""
    balance = [{"field": "gender", "value": "female", "min": 1}, {"field": "district", "value": "D5", "min": 1}]
    chosen = choose(
        program("x:2", balance=balance),
        "P1 x 90 gender=male district=D1\nP2 x 80 gender=male district=D1\nP3 x 10 gender=female district=D5",
    )
    assert said(chosen)[2] == "P3 x selected floor gender"


def test_who_moves_in_because_others_must_go_is_in_by_place() -> None:
    """The floor on D5 brings P6 in, who shares a label with each of the two best; P5 takes the seat left over."""
    rules = program(
        "x:3", balance=[{"field": "district", "value": "D5", "min": 1}], max_per={"household": 1, "business": 1}
    )
    pool = """
    P1 x 90 household=H1
    P2 x 80 business=B1
    P4 x 70
    P5 x 60
    P6 x 10 household=H1 business=B1 district=D5
    """
    chosen = choose(rules, pool)
    assert listed(chosen) == "P4 P5 P6"
    assert said(chosen)[3] == "P5 x selected place"
    assert said(chosen)[4] == "P6 x selected floor district"


def test_a_floor_is_not_blamed_while_the_other_list_is_open() -> None:
    """Without the floor two men would be tied for the seat, so nothing is known of who would have had it."""
    rules = program("x:2", balance=[{"field": "gender", "value": "female", "min": 1}])
    chosen = choose(rules, "P1 x 90 gender=male\nP2 x 10 gender=male\nP3 x 10 gender=male\nP4 x 5 gender=female")
    assert said(chosen)[3] == "P4 x selected place"


def test_a_reserve_for_a_combination_of_values() -> None:
    balance = [{"field": "gender", "value": "female", "min": 1}, {"field": "district", "each": {"max": 1}}]
    pool = """
    P1 x 90 gender=male district=D1
    P2 x 80 gender=female district=D2
    P3 x 75 gender=male district=D3
    P4 x 70 gender=male district=D1
    P5 x 60 gender=male district=D2
    P6 x 50 gender=female district=D1
    """
    chosen = choose(program("x:3", reserves=3, balance=balance), pool)
    assert listed(chosen) == "P1 P2 P3"
    assert waiting(chosen) == "P4(district D1) P6(district D1)"


def test_a_reserve_for_seats_that_only_two_columns_tell_apart() -> None:
    balance = [{"field": "gender", "value": "female", "min": 1}, {"field": "district", "each": {"max": 2}}]
    pool = """
    P1 x 90 gender=male district=D1
    P2 x 80 gender=female district=D1
    P3 x 70 gender=male district=D3
    P4 x 60 gender=male district=D1
    """
    assert waiting(choose(program("x:3", reserves=1, balance=balance), pool)) == "P4(gender male, district D1)"


def test_a_reserve_whose_seats_no_value_describes_names_the_people() -> None:
    """P3 may replace P1, with whom they share a household, and nobody else."""
    rules = program("x:2", reserves=1, max_per={"household": 1}, balance=[{"field": "gender", "each": {"max": 2}}])
    chosen = choose(rules, "P1 x 90 gender=male household=H1\nP2 x 80 gender=male\nP3 x 70 gender=male household=H1")
    assert waiting(chosen) == "P3(P1)"


def test_a_reserve_list_per_track_ends_with_its_places() -> None:
    chosen = choose(program("x:1 y:1", reserves=1), "P1 x 90\nP2 x 80\nP3 x 70\nP4 y 60\nP5 y 50")
    assert waiting(chosen) == "P2(any) P5(any)"
    assert said(chosen)[2] == "P3 x out quota"


def test_with_second_choices_a_reserve_waits_where_they_can() -> None:
    rules = program("x:1 y:1", reserves=1, compare="score", second_choice=True)
    chosen = choose(rules, "P1 x 90\nP2 y 80\nP3 x/y 70\nP4 x/y 60\nP5 x 50")
    assert [f"{one.number}{one.track}" for one in chosen.reserves] == ["P3x", "P4y"]


def test_where_nobody_is_selected_nobody_can_stand_in() -> None:
    rules = program("x:1 y:1", reserves=1, balance=[{"field": "gender", "value": "male", "max": 0}])
    chosen = choose(rules, "P1 x 90 gender=female\nP2 y 80 gender=male")
    assert waiting(chosen) == ""
    assert said(chosen)[1] == "P2 y out ceiling gender"
