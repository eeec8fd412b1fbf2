"""Pairs keep to every capacity, leave no line and member apart that want each other, and ignore the order of rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ikmctl.domain.match import Pair, Why
from ikmctl.engine.matching import Offer, pair_up

LINES = ("braket", "keripik", "kusen")
MEMBERS = ("A1", "A2", "A3", "A4")
ALL = [(line, number) for line in LINES for number in MEMBERS]


def offer(line: str, number: str, score: int, tie: int = 0) -> Offer:
    return Offer(line, number, score, 1, (-score, -tie))


@st.composite
def markets(draw: st.DrawFn, most: int = 6) -> tuple[list[Offer], dict[str, int], dict[str, int]]:
    wanted = draw(st.lists(st.sampled_from(ALL), unique=True, max_size=len(ALL)))
    offers = [offer(line, number, draw(st.integers(0, most)), draw(st.integers(0, 1))) for line, number in wanted]
    line_room = {line: draw(st.integers(1, 3)) for line in LINES}
    member_room = {number: draw(st.integers(0, 3)) for number in MEMBERS}
    return offers, line_room, member_room


def keeps_to(pairs: Sequence[Pair], line_room: Mapping[str, int], member_room: Mapping[str, int]) -> bool:
    lines, members = Counter(one.line for one in pairs), Counter(one.number for one in pairs)
    return all(count <= line_room[line] for line, count in lines.items()) and all(
        count <= member_room[number] for number, count in members.items()
    )


def blocking(
    made: set[tuple[str, str]],
    scores: Mapping[tuple[str, str], int],
    line_room: Mapping[str, int],
    member_room: Mapping[str, int],
) -> list[tuple[str, str]]:
    """Pairs not made although both sides have room for them, or would make it by dropping somebody worse."""

    def wants(side: int, key: tuple[str, str], room: Mapping[str, int]) -> bool:
        own = [scores[pair] for pair in made if pair[side] == key[side]]
        return len(own) < room[key[side]] or any(score < scores[key] for score in own)

    return [key for key in scores if key not in made and wants(0, key, line_room) and wants(1, key, member_room)]


@given(markets())
def test_no_capacity_is_ever_exceeded_and_no_offer_is_lost(
    market: tuple[list[Offer], dict[str, int], dict[str, int]],
) -> None:
    offers, line_room, member_room = market
    made, waiting = pair_up(offers, line_room, member_room)
    assert keeps_to(made, line_room, member_room)
    assert sorted((one.line, one.number) for one in (*made, *waiting)) == sorted(
        (one.line, one.number) for one in offers
    )


@given(markets(), st.randoms(use_true_random=False))
def test_the_order_of_members_and_lines_changes_nothing(
    market: tuple[list[Offer], dict[str, int], dict[str, int]], random: object
) -> None:
    offers, line_room, member_room = market
    shuffled = list(offers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    turned = dict(reversed(line_room.items())), dict(reversed(member_room.items()))
    assert pair_up(shuffled, *turned) == pair_up(offers, line_room, member_room)


@given(markets())
def test_no_line_and_member_that_want_each_other_are_left_apart(
    market: tuple[list[Offer], dict[str, int], dict[str, int]],
) -> None:
    offers, line_room, member_room = market
    made, _ = pair_up(offers, line_room, member_room)
    scores = {(one.line, one.number): one.key for one in offers}
    assert blocking({(one.line, one.number) for one in made}, scores, line_room, member_room) == []


@settings(max_examples=60)
@given(markets(most=60).filter(lambda market: len({one.key for one in market[0]}) == len(market[0]) <= 9))
def test_brute_force_finds_the_same_pairs_and_no_others(
    market: tuple[list[Offer], dict[str, int], dict[str, int]],
) -> None:
    offers, line_room, member_room = market
    scores = {(one.line, one.number): one.key for one in offers}
    stable = []
    for size in range(len(offers) + 1):
        for chosen in combinations(scores, size):
            pairs = [Pair(line, number, 0, 1, Why.SCORE) for line, number in chosen]
            if keeps_to(pairs, line_room, member_room) and not blocking(set(chosen), scores, line_room, member_room):
                stable.append(set(chosen))
    made, _ = pair_up(offers, line_room, member_room)
    assert stable == [{(one.line, one.number) for one in made}]


@given(markets(most=60).filter(lambda market: len({one.key for one in market[0]}) == len(market[0])))
def test_without_equal_points_nothing_is_called_a_tie(
    market: tuple[list[Offer], dict[str, int], dict[str, int]],
) -> None:
    made, _ = pair_up(*market)
    assert all(one.because is Why.SCORE for one in made)
