"""Prizes by final order, and the ties that lie across two of them."""

from collections.abc import Iterable, Mapping, Sequence

from ikmctl.domain.program import Awards
from ikmctl.domain.selection import TieBlock
from ikmctl.engine.selection.order import Ranked, Ranking


def ladder(awards: Awards) -> list[str]:
    """The names of the prizes, the best first, one for each place."""
    return [tier.name for tier in awards.tiers for _ in range(tier.places)]


def tiers(awards: Awards, people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The prize of each selected person; `people` are number and track in final order."""
    names = ladder(awards)
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for number, track in people:
        group = track if awards.group_by else ""
        counts[group] = counts.get(group, 0) + 1
        if counts[group] <= len(names):
            found[number] = names[counts[group] - 1]
    return found


def final_order(ranking: Ranking, selected: Mapping[str, str]) -> list[tuple[str, str]]:
    """The selected (number -> track) by rank; people without a rank come last."""
    ranked = [one.number for one in ranking.order if one.number in selected]
    rest = sorted(selected.keys() - set(ranked))
    return [(number, selected[number]) for number in (*ranked, *rest)]


def open_tiers(ranking: Ranking, prizes: Mapping[str, str], names: Sequence[str]) -> list[TieBlock]:
    """Ties among the selected whose people would get different prizes by the order of their numbers alone."""
    found: list[TieBlock] = []
    for _, block in ranking.blocks() if prizes else ():
        mine = [one for one in block if one.number in prizes]
        won = {names.index(prizes[one.number]) for one in mine}
        if len(won) > 1:
            found.append(_block(mine, prizes, names[min(won)]))
    return found


def _block(people: Sequence[Ranked], prizes: Mapping[str, str], best: str) -> TieBlock:
    seats = sum(prizes[one.number] == best for one in people)
    return TieBlock(people[0].track, seats, tuple(one.number for one in people), "tier")
