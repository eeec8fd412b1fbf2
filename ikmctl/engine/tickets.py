"""Tickets: the public, recomputable order that settles ties and lotteries.

A stranger repeats it with `sha256sum`: the seed Z is the hash of six lines, a ticket the hash of three.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Final

_VALUE: Final = re.compile(r"[A-Za-z0-9]+\Z")
"""Looked for before letters become small: of other letters, some have an ASCII one as their small form."""


def public_value(text: str) -> str | None:
    """The public value of a draw as it is hashed: white space removed, lower-cased.

    Returns:
        None where anything but ASCII letters and digits remains, or nothing at all.
    """
    value = "".join(text.split())
    return value.lower() if _VALUE.match(value) else None


def seed(program_id: str, stage: str, rules: str, pool: str, value: str) -> str:
    """Z of a draw: binds the public value to the program, the stage and both locks."""
    return _hash("ikmctl/seed/v1", program_id, stage, rules, pool, value)


def ticket(seed: str, number: str) -> str:
    """The ticket of one participant; the lowest comes first."""
    return _hash("ikmctl/ticket/v1", seed, number)


def tickets(seed: str, numbers: Iterable[str]) -> dict[str, str]:
    """The tickets of many participants, by number."""
    return {number: ticket(seed, number) for number in numbers}


def _hash(*lines: str) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
