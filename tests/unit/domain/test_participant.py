"""What may be the number of a participant, and how facts are read."""

import pytest

from ikmctl.domain.participant import OWN, Participant, facts_of, is_number


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("P017", True), ("2025/KDL-1.7", True), ("P" * 32, True), ("P" * 33, False), ("", False), ("-1", False),
        ("p017", False), ("P 17", False), ("P017\n", False),
        ("332401010190900", True), ("3324010101909001", False), ("33240101019090011", True), ("332401010190900X", True),
    ],
)  # fmt: skip
def test_a_number_is_short_and_no_nik(text: str, sound: bool) -> None:
    assert is_number(text) is sound


def test_columns_of_their_own_and_facts_are_read_and_changed_alike() -> None:
    """A fact of the same name in the map never stands in for a column."""
    own = {"number": "P1", "track": "a", "track_2": "b", "registered_at": "2025-09-01T08:00:00", "group": "g"}
    full = Participant(**own, facts={"age": "30", **dict.fromkeys(own, "no")})
    blank = Participant("P2", facts={"age": ""})
    assert set(own) == OWN
    for name, value in {**own, "age": "30"}.items():
        assert full.fact(name) == value
        assert list(facts_of((full, blank), name)) == [value, "P2" if name == "number" else None]
        changed = full.with_fact(name, "new")
        assert {other: changed.fact(other) for other in (*own, "age")} == {**own, "age": "30", name: "new"}
    assert full.with_fact("age", "").fact("age") is None
    assert full.with_fact("track_2", "").fact("track_2") is None
