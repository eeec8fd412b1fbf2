"""Numbers and labels that are given once and never change."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from ikmctl.store.register import keyed, number_key

_WIDTH: Final = 3
_PREFIX: Final = "P"
_LAST: Final = "~"
"""Sorts after every moment: people without a registration time get their numbers last."""


class Newcomer(Struct, frozen=True):
    """Somebody without a number. `wish` is the registration number of the sheet, where it has one."""

    identity: str
    registered_at: str = ""
    wish: str = ""


def next_serial(prefix: str, taken: Iterable[str]) -> int:
    """One more than the highest serial that was ever given with this prefix."""
    serials = (text[len(prefix) :] for text in taken if text.startswith(prefix))
    return max((int(serial) for serial in serials if serial.isdecimal() and serial.isascii()), default=0) + 1


def serial_text(prefix: str, serial: int) -> str:
    """`P001`, `P999`, `P1000`."""
    return f"{prefix}{serial:0{_WIDTH}d}"


def mint_numbers(newcomers: Sequence[Newcomer], taken: Collection[str], key: bytes, program: str) -> dict[str, str]:
    """Give every newcomer a number, by identity.

    A registration number of the sheet is kept. The others are numbered by registration time; people of
    the same moment by a keyed digest of their identity, which nobody can aim at without the office key.
    """
    given = {person.identity: person.wish for person in newcomers if person.wish}
    waiting = [person for person in newcomers if not person.wish]
    waiting.sort(key=lambda person: (person.registered_at or _LAST, keyed(key, "number/v1", program, person.identity)))
    first = next_serial(_PREFIX, (*taken, *given.values()))
    return given | {person.identity: serial_text(_PREFIX, first + at) for at, person in enumerate(waiting)}


def mint_labels(
    prefix: str, raw: Mapping[str, str], known: Mapping[str, str], taken: Collection[str] = ()
) -> dict[str, str]:
    """Give people who share a raw value (a family card, a firm) the same label, such as `H012`.

    Args:
        prefix: letter before the serial.
        raw: raw value by participant number; people without one stay alone and get none.
        known: labels given earlier, by raw value.
        taken: labels of people whose raw value was erased.

    Returns:
        The label by participant number.
    """
    labels = dict(known)
    serial = next_serial(prefix, (*known.values(), *taken))
    for number in sorted(raw, key=number_key):
        if raw[number] not in labels:
            labels[raw[number]] = serial_text(prefix, serial)
            serial += 1
    return {number: labels[value] for number, value in raw.items()}
