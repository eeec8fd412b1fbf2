import hashlib

import pytest

from ikmctl.engine.tickets import public_value, seed, ticket, tickets

RULES = "5f0c" + "0" * 60
POOL = "91ab" + "0" * 60
Z = "c06978e81f7d1fe362693f9aaf4f214cf4f4c1a230bdf31e129156127d649bc7"


def test_the_seed_and_tickets_of_the_published_vector() -> None:
    assert seed("kendal-wub-2025", "curation", RULES, POOL, "83920174659201746382") == Z
    assert ticket(Z, "P017") == "8351680f58c64f9a3c2b824627654da1b14070c83ef4deea597f20991faca755"
    assert ticket(Z, "P031") == "f8523c16d8369ffaa3efaaa969e89b3cd47a85ba1c52b9520793da3e64e83a8f"


def test_a_ticket_is_the_hash_of_three_lines_without_a_last_newline() -> None:
    text = f"ikmctl/ticket/v1\n{Z}\nP017"
    assert ticket(Z, "P017") == hashlib.sha256(text.encode()).hexdigest()


def test_many_tickets_are_the_single_ones() -> None:
    assert tickets(Z, ["P017", "P031"]) == {"P017": ticket(Z, "P017"), "P031": ticket(Z, "P031")}


@pytest.mark.parametrize("part", range(5))
def test_every_part_of_the_seed_counts(part: int) -> None:
    parts = ["kendal-wub-2025", "curation", RULES, POOL, "83920174659201746382"]
    parts[part] = parts[part][:-1] + "x"
    assert seed(*parts) != Z


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("83920 17465\n92017 46382", "83920174659201746382"),
        ("AB12", "ab12"),
        ("", None),
        ("  ", None),
        ("12-34", None),
        ("١٢", None),
        ("ﬁ", None),
        ("\u212a12", None),  # the sign of the kelvin, whose small form is k
        ("12\u00a034", "1234"),
    ],
)
def test_the_public_value_is_letters_and_digits(text: str, value: str | None) -> None:
    assert public_value(text) == value
