import random

from ikmctl.workflow.importing.mint import Newcomer, mint_labels, mint_numbers, next_serial, serial_text

KEY = b"k" * 32


def test_numbers_follow_registration_time() -> None:
    people = [Newcomer("late", "2025-09-03"), Newcomer("early", "2025-09-01"), Newcomer("middle", "2025-09-02")]
    assert mint_numbers(people, (), KEY, "p") == {"early": "P001", "middle": "P002", "late": "P003"}


def test_people_without_a_time_come_last() -> None:
    people = [Newcomer("someday"), Newcomer("early", "2025-09-01")]
    assert mint_numbers(people, (), KEY, "p") == {"early": "P001", "someday": "P002"}


def test_the_same_moment_is_ordered_by_the_key_not_by_the_rows() -> None:
    people = [Newcomer(f"person {at}", "2025-09-01") for at in range(20)]
    first = mint_numbers(people, (), KEY, "p")
    shuffled = random.Random(1).sample(people, len(people))  # any other order will do
    assert mint_numbers(shuffled, (), KEY, "p") == first
    assert mint_numbers(people, (), b"l" * 32, "p") != first
    assert mint_numbers(people, (), KEY, "q") != first


def test_a_registration_number_is_kept_and_never_given_again() -> None:
    people = [Newcomer("a", "2025-09-01"), Newcomer("b", "2025-09-02", "P007"), Newcomer("c", "2025-09-02", "REG/12")]
    assert mint_numbers(people, ("P003",), KEY, "p") == {"a": "P008", "b": "P007", "c": "REG/12"}


def test_numbers_go_on_after_those_ever_given() -> None:
    assert mint_numbers([Newcomer("x")], ("P001", "P009", "REG/55"), KEY, "p") == {"x": "P010"}


def test_width_grows() -> None:
    assert [serial_text("P", serial) for serial in (1, 999, 1000)] == ["P001", "P999", "P1000"]
    assert next_serial("P", ["P999"]) == 1000
    assert next_serial("P", ["P²", "PX1", "Q5"]) == 1


def test_people_who_share_a_raw_value_share_a_label() -> None:
    raw = {"P010": "card b", "P002": "card a", "P003": "card b"}
    assert mint_labels("H", raw, {}) == {"P002": "H001", "P003": "H002", "P010": "H002"}


def test_labels_given_earlier_stay() -> None:
    assert mint_labels("H", {"P001": "new", "P002": "old"}, {"old": "H004"}) == {"P001": "H005", "P002": "H004"}
