"""Records that keep some of their fields to themselves."""

from typing import ClassVar

from ikmctl.domain.record import Veiled


class Sealed(Veiled, frozen=True):
    veiled: ClassVar[frozenset[str]] = frozenset(("name",))

    number: str
    name: str
    age: int


def test_a_record_is_printed_without_what_is_veiled() -> None:
    assert repr(Sealed("P1", "Siti", 30)) == "Sealed(number='P1', age=30)"
