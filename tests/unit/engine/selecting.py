"""Small pools and programs in one line each, for tests of the selection."""

from typing import Any

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.scorecard import Evaluation, Points, ScoreCard
from ikmctl.domain.selection import Selection
from ikmctl.engine.selection import Given, Settled, run

STAGE = "s"


def program(
    tracks: str = "x:2", *, reserves: int = 0, groups: str = "", stage: Any = None, **selection: Any
) -> Program:
    """A program from `x:2 y:1-3 z:all` (quotas) and `g1:0-2` (seats of groups)."""
    return Program.model_validate(
        {
            "id": "p",
            "title": "P",
            "as_of": "2025-09-29",
            "tracks": [
                {"id": name, "name": name, "quota": _quota(text), "reserves": reserves}
                for name, text in (part.split(":") for part in tracks.split())
            ],
            "groups": [
                {"id": name, "name": name, "seats": dict(zip(("min", "max"), text.split("-"), strict=True))}
                for name, text in (part.split(":") for part in groups.split())
            ],
            "stages": [{"id": STAGE, "selection": selection, **(stage or {})}],
        }
    )


def _quota(text: str) -> Any:
    if "-" not in text:
        return text
    low, high = text.split("-")
    return {"min": low, "max": high}


def person(line: str) -> Participant:
    """`P1 x 90 gender=female`; a second track as `x/y`."""
    number, tracks, _, *facts = line.split()
    named = dict(part.split("=") for part in facts if "=" in part)
    first, _, second = tracks.partition("/")
    group = named.pop("group", "")
    ties = ("a", "b")
    return Participant(
        number, first, second, "", group, {name: fact for name, fact in named.items() if name not in ties}
    )


def card(line: str) -> ScoreCard:
    """`90` is a score, `?80` pending with 80 at best, `!` ineligible; `a=3` the points of criterion `a`."""
    number, tracks, score, *facts = line.split()
    named = dict(part.split("=") for part in facts if "=" in part)
    points = {name: Points(name, None, int(named[name]), int(named[name])) for name in ("a", "b") if name in named}
    track = tracks.partition("/")[0]
    if score.startswith("?"):
        return ScoreCard(number, track, "pending", points=points, best_key=int(score[1:]))
    if score == "!":
        return ScoreCard(number, track, "ineligible")
    return ScoreCard(number, track, "eligible", points=points, key=int(score), best_key=int(score))


def given(rules: Program, pool: str, **options: Any) -> Given:
    """All inputs of one selection; `pool` has one person a line."""
    lines = [line for line in pool.strip().splitlines() if line.strip()]
    people = [person(line) for line in lines]
    cards = {one.number: one for one in map(card, lines)}
    settled = Settled(**{key: options.pop(key) for key in ("orders", "lots", "tickets", "late") if key in options})
    return Given(
        rules, rules.stages[0], Evaluation(STAGE, cards, ()), {one.number: one for one in people}, settled, **options
    )


def choose(rules: Program, pool: str, **options: Any) -> Selection:
    """The selection."""
    return run(given(rules, pool, **options))


def said(selection: Selection) -> list[str]:
    """Every entry as `P1 x selected place`."""
    return [
        " ".join(filter(None, (one.number, one.track, one.result, str(one.because), one.detail)))
        for one in selection.entries.values()
    ]


def listed(selection: Selection) -> str:
    """The selected as `P1 P2`, in final order."""
    return " ".join(one.number for one in selection.selected)


def waiting(selection: Selection) -> str:
    """The reserves as `P3(any) P4(gender male)`."""
    return " ".join(f"{one.number}({', '.join(one.seats)})" for one in selection.reserves)
