"""What may be the number of a participant."""

import pytest

from ikmctl.domain.participant import is_number


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
