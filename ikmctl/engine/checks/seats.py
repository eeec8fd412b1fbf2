"""Seats, balance, ties and prizes: rules that contradict themselves, or mean less than they say."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise
from math import ceil, floor

from ikmctl.domain.diagnostic import Finding, Param
from ikmctl.domain.program import Balance, EachRange, Program, QuotaRange, Stage
from ikmctl.engine.checks.base import Inputs, Path, in_program, listed, note, stages, warning
from ikmctl.engine.needs import column_of
from ikmctl.engine.selection.limits import GENDERS

_LAST = ("panel", "ticket")


def limits(inputs: Inputs) -> Iterator[Finding]:
    """A least that is above its most, and values that nobody can have."""
    program = inputs.program
    for index, track in enumerate(program.tracks):
        yield from _reversed(("tracks", index, "quota"), track.quota.min, track.quota.max)
    for index, group in enumerate(program.groups):
        yield from _reversed(("groups", index, "seats"), group.seats.min, group.seats.max)
    for path, stage in stages(program):
        for place, quota in _own_quotas(stage):
            yield from _reversed((*path, *place), quota.min, quota.max)
        for index, rule in enumerate(stage.selection.balance):
            place = (*path, "selection", "balance", index)
            within = rule.each or rule
            yield from _reversed(place, within.min, within.max)
            yield from _reversed(place, within.min_share, within.max_share)
            yield from _unknown_value(place, rule, program)


def _own_quotas(stage: Stage) -> Iterator[tuple[Path, QuotaRange]]:
    """The quotas that a stage states in place of the tracks', each with its keys."""
    if stage.quota is None:
        return
    if stage.quota.everywhere is not None:
        yield ("quota",), stage.quota.everywhere
    for track, quota in stage.quota.by_track.items():
        yield ("quota", track), quota


def _reversed(path: Path, least: Decimal | int | None, most: Decimal | int | None) -> Iterator[Finding]:
    if least is not None and most is not None and least > most:
        yield in_program("IKM170", *path, min=str(least), max=str(most))


def _unknown_value(path: Path, rule: Balance, program: Program) -> Iterator[Finding]:
    column = column_of(program, rule.field)
    known: Sequence[str] = () if column is None else column.values
    if column is not None and column.kind == "gender":
        known = GENDERS
    if rule.field == "group":
        known = [group.id for group in program.groups]
    if known and rule.value is not None and rule.value not in known:
        yield in_program("IKM171", *path, "value", field=rule.field, found=rule.value, known=listed(known))


def floors(inputs: Inputs) -> Iterator[Finding]:
    """Floors on one column of facts that together ask for more than all seats."""
    program = inputs.program
    for path, stage in stages(program):
        seats = _all_seats(program, stage)
        rules = sorted(
            (rule.field, index, rule)
            for index, rule in enumerate(stage.selection.balance)
            if rule.per == "all" and rule.value
        )
        for field, several in groupby(rules, key=lambda one: one[0]):
            found = list(several)
            column = column_of(program, field)
            shared = column is not None and column.kind == "multi"
            share, count = _asked([rule for *_, rule in found], shared=shared)
            if share > 1 or (seats is not None and count > seats):
                place = (*path, "selection", "balance", found[-1][1])
                yield in_program("IKM172", *place, field=field, share=str(share), count=count, seats=seats or "-")


def _asked(rules: Iterable[Balance], *, shared: bool) -> tuple[Decimal, int]:
    """The share and the people that floors need together; `shared`: one person may have several of the values."""
    shares, counts = dict[str, Decimal](), dict[str, int]()
    for rule in rules:
        value = "" if shared or rule.value is None else rule.value
        shares[value] = max(shares.get(value, Decimal(0)), rule.min_share or Decimal(0))
        counts[value] = max(counts.get(value, 0), rule.min or 0)
    return sum(shares.values(), Decimal(0)), sum(counts.values())


def _all_seats(program: Program, stage: Stage) -> int | None:
    """The seats of all tracks; None where a track takes everybody."""
    most = [program.quota_of(stage, track).max for track in program.all_tracks]
    known = [one for one in most if one is not None]
    return sum(known) if len(known) == len(most) else None


def shares(inputs: Inputs) -> Iterator[Finding]:
    """What a share means in people when every seat is filled."""
    program = inputs.program
    for path, stage in stages(program):
        for index, rule in enumerate(stage.selection.balance):
            place = (*path, "selection", "balance", index)
            for name, seats in _scopes(program, stage, rule):
                yield from _share(place, rule, name, seats)


def _scopes(program: Program, stage: Stage, rule: Balance) -> Iterator[tuple[str, int]]:
    if rule.per == "all":
        seats = _all_seats(program, stage)
        if seats is not None:
            yield "", seats
        return
    for track in program.all_tracks:
        most = program.quota_of(stage, track).max
        if most is not None:
            yield track.id, most


def _share(path: Path, rule: Balance, track: str, seats: int) -> Iterator[Finding]:
    within: Balance | EachRange = rule.each or rule
    for key, share in (("min_share", within.min_share), ("max_share", within.max_share)):
        if share is None:
            continue
        exact = Fraction(share) * seats
        people = ceil(exact) if key == "min_share" else floor(exact)
        params: dict[str, Param] = {"share": str(share), "seats": seats, "people": people, "track": track}
        nobody = key == "max_share" and not people
        found = in_program("IKM183" if nobody else "IKM182", *path, limit=key, field=rule.field, **params)
        yield warning(found) if nobody else note(found)


def ties(inputs: Inputs) -> Iterator[Finding]:
    """What settles ties: known words, the ticket last, and something that always settles."""
    for path, stage in stages(inputs.program):
        place = (*path, "selection", "ties")
        known = [one.id for one in stage.criteria]
        names = stage.selection.ties
        for index, name in enumerate(names):
            if name in known and name in _LAST:
                yield warning(in_program("IKM148", *place, index, kind="tie", id=name))
            if name not in (*known, *_LAST):
                yield in_program("IKM173", *place, index, found=name, known=listed([*known, *_LAST]))
        late = next((name for one, name in pairwise(names) if one in _LAST and (one, name) != _LAST), None)
        if late is not None:
            yield in_program("IKM174", *place, after=late)
        if "ticket" not in names and stage.kind == "select" and stage.selection.mode != "lottery":
            yield warning(in_program("IKM175", *place, stage=stage.id))


def awards(inputs: Inputs) -> Iterator[Finding]:
    """Prizes whose places are not the seats."""
    program = inputs.program
    for path, stage in stages(program):
        places = sum(tier.places for tier in stage.awards.tiers)
        if not places:
            continue
        quotas = [program.quota_of(stage, track).max for track in program.all_tracks]
        whole = _all_seats(program, stage)
        wanted = set(quotas) if stage.awards.group_by else {whole}
        if wanted != {places}:
            seats = listed(
                str(one) if one is not None else "all" for one in (quotas if stage.awards.group_by else [whole])
            )
            yield in_program("IKM176", *path, "awards", "tiers", places=places, seats=seats)
        yield from _budget(path, stage, len(program.all_tracks))


def _budget(path: Path, stage: Stage, groups: int) -> Iterator[Finding]:
    """Prizes that do not come to the stated budget."""
    budget, total = stage.awards.budget, stage.awards.total(groups)
    if budget is not None and total != budget:
        yield in_program("IKM185", *path, "awards", "budget", total=str(total), budget=str(budget))


def choices(inputs: Inputs) -> Iterator[Finding]:
    """Second choices and one order for all need marks that mean the same in every track."""
    program = inputs.program
    for path, stage in stages(program):
        apart = _marked_apart(program, stage)
        if not apart or len(program.tracks) <= 1:
            continue
        if stage.selection.second_choice:
            yield in_program("IKM177", *path, "selection", "second_choice", marks=listed(apart))
        if stage.selection.compare == "score":
            yield warning(in_program("IKM178", *path, "selection", "compare", marks=listed(apart)))


def _marked_apart(program: Program, stage: Stage) -> list[str]:
    """Judged marks of a stage that different judges give in different tracks."""
    read = {name for criterion in stage.criteria for name in criterion.source.mark_ids()}
    judged = [name for name in program.marks if name in read and program.marks[name].per == "judge"]
    found = []
    for name in judged:
        mine = [
            judge
            for judge in program.panel.judges
            if not judge.items or any(one.split(".")[0] == name for one in judge.items)
        ]
        if any(judge.tracks and set(judge.tracks) != {track.id for track in program.tracks} for judge in mine):
            found.append(name)
    return found


def names(inputs: Inputs) -> Iterator[Finding]:
    """Tracks and stages that quotas, decisions and events name."""
    program = inputs.program
    tracks = [track.id for track in program.all_tracks]
    for path, stage in stages(program):
        for key, value in (("quota", stage.quota), ("reserves", stage.reserves)):
            for track in value.by_track if value is not None else ():
                if track not in tracks:
                    yield in_program("IKM179", *path, key, track, track=track, known=listed(tracks))
    known = [stage.id for stage in program.stages]
    for index, decision in enumerate(inputs.decisions):
        if decision.stage not in known:
            yield Finding(
                "IKM180", "decisions.yaml", (index, "stage"), {"stage": decision.stage, "known": listed(known)}
            )
    for index, event in enumerate(inputs.events):
        if event.stage not in known:
            yield Finding("IKM181", "events.yaml", (index, "stage"), {"stage": event.stage, "known": listed(known)})
