"""A stage in numbers, for those who read no list: seats by track, before and after, what the selected have more of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from msgspec import Struct

from ikmctl.domain.match import Matching
from ikmctl.domain.numbers import POINT
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.domain.selection import Because, Entry, Selection
from ikmctl.engine.groups import LEAST, count_rows, rows_of
from ikmctl.engine.selection.reserves import ANY

WOMEN: Final = "female"


class TrackCount(Struct, frozen=True):
    """One track in numbers. `quota` is None for `all`."""

    track: str
    name: str
    applied: int
    eligible: int
    pending: int
    quota: int | None
    selected: int
    reserves: int
    empty: int
    waiting: int = 0
    """Seats that somebody will take once a tie is settled or what is pending has come in."""


def most_often(cards: Iterable[ScoreCard]) -> str:
    """What puts most people out, with how many, as `age` (8); empty where nobody is out."""
    causes = Counter(cause for card in cards if card.standing == "ineligible" for cause in card.causes)
    best = min(causes.items(), key=lambda one: (-one[1], one[0]), default=None)
    return f"`{best[0]}` ({best[1]})" if best else ""


GONE: Final = frozenset((Because.WITHDRAWN, Because.DISQUALIFIED))


def standings(evaluation: Evaluation, selection: Selection) -> Mapping[str, str]:
    """Where everybody stands, each once: `gone` by a decision, whatever the rules say, else as the rules say."""
    gone = {number for number, entry in selection.entries.items() if entry.because in GONE}
    return {number: "gone" if number in gone else card.standing for number, card in evaluation.cards.items()}


def left_over(evaluation: Evaluation, selection: Selection, track: str) -> tuple[Entry, ...]:
    """Those of a track who qualify and are not on the list, though nobody put them out; by number."""
    where = standings(evaluation, selection)
    return tuple(
        entry
        for number, entry in sorted(selection.entries.items())
        if entry.track == track and entry.result != "selected" and where[number] == "eligible"
    )


def uncovered(selection: Selection, people: Mapping[str, Participant]) -> Mapping[str, tuple[str, ...]]:
    """The selected, by track, whose seat no reserve could take: were they to leave, it would stay empty.

    Tracks without reserves are left out.
    """
    seats: dict[str, list[tuple[str, ...]]] = {}
    for one in selection.reserves:
        seats.setdefault(one.track, []).append(one.seats)
    found: dict[str, tuple[str, ...]] = {}
    for track, offered in seats.items():
        held = [one.number for one in selection.selected if one.track == track and one.detail != "extra"]
        lone = tuple(sorted(one for one in held if not any(_fits(people[one], seat) for seat in offered)))
        found |= {track: lone} if lone else {}
    return found


def _fits(holder: Participant, seats: tuple[str, ...]) -> bool:
    """Whether a reserve for these seats may stand in for somebody: any seat, theirs, or one with their facts."""
    if ANY in seats or holder.number in seats:
        return True
    wanted: dict[str, set[str]] = {}
    for name, gap, value in (one.partition(" ") for one in seats):
        if gap:
            wanted.setdefault(name, set()).add(value)
    return bool(wanted) and all((holder.fact(name) or "") in values for name, values in wanted.items())


def quotas_in_force(program: Program, stage: Stage, per_track: int | None) -> dict[str, int | None]:
    """Seats by track: those of the command line where they were recorded, else those of program.yaml."""
    return {track.id: per_track or program.quota_of(stage, track).max for track in program.all_tracks}


def count_tracks(
    program: Program, stage: Stage, evaluation: Evaluation, selection: Selection, per_track: int | None
) -> tuple[TrackCount, ...]:
    """The numbers of each track, in the order of program.yaml."""
    quotas = quotas_in_force(program, stage, per_track)
    cards = evaluation.cards
    standing = Counter((cards[number].track, word) for number, word in standings(evaluation, selection).items())
    picked = Counter(entry.track for entry in selection.selected)
    seated = Counter(entry.track for entry in selection.selected if not entry.is_beside)
    empty = selection.shortfall
    listed = Counter(entry.track for entry in selection.reserves)
    wait = () if selection.infeasible or selection.unknown else selection.entries.values()
    waiting = Counter(entry.track for entry in wait if entry.result == "waiting")
    return tuple(
        TrackCount(
            track.id, track.name,
            sum(count for (name, _), count in standing.items() if name == track.id),
            standing[track.id, "eligible"], standing[track.id, "pending"],
            quotas[track.id], picked[track.id], listed[track.id], empty.get(track.id, 0),
            _seats_waiting(quotas[track.id], seated[track.id] + empty.get(track.id, 0), waiting[track.id]),
        )
        for track in program.all_tracks
    )  # fmt: skip


def count_trackless(evaluation: Evaluation, selection: Selection) -> tuple[TrackCount, ...]:
    """Those of whom no track is known, as one line; none where everybody has one."""
    words = standings(evaluation, selection)
    standing = Counter(words[number] for number, card in evaluation.cards.items() if not card.track)
    applied = sum(standing.values())
    return (TrackCount("", "", applied, standing["eligible"], standing["pending"], 0, 0, 0, 0),) if applied else ()


def _seats_waiting(quota: int | None, settled: int, people: int) -> int:
    """Seats of a track that are neither taken nor empty, as far as people wait for them."""
    return people if quota is None else max(0, min(quota - settled, people))


def funnel(evaluation: Evaluation, selection: Selection) -> tuple[tuple[str, int], ...]:
    """Those who applied, of these eligible, of these selected."""
    eligible = list(standings(evaluation, selection).values()).count("eligible")
    return ("applied", len(evaluation.cards)), ("eligible", eligible), ("selected", len(selection.selected))


def match_funnel(matching: Matching) -> tuple[tuple[str, int], ...]:
    """Members, those with consent, those who qualify for some line, those matched with one."""
    fit = {one.number for one in (*matching.pairs, *matching.waiting)}
    matched = {one.number for one in matching.pairs}
    consent = matching.members - matching.unnamed
    return ("members", matching.members), ("consent", consent), ("candidates", len(fit)), ("matched", len(matched))


class Change(Struct, frozen=True):
    """One value of a fact among those who applied and those selected. Several keys: groups too small to be told."""

    keys: tuple[str, ...]
    before: int
    after: int


def before_and_after(
    field: str, people: Mapping[str, Participant], before: Iterable[str], after: Iterable[str]
) -> tuple[Change, ...]:
    """How a fact was spread before and after, most people first and small groups last; not filled in is ``.

    Empty where nobody has the fact, or where the groups are so small that only their total could be told.
    """
    was = Counter(people[number].fact(field) or "" for number in before if number in people)
    now = Counter(people[number].fact(field) or "" for number in after if number in people)
    if not any(was):
        return ()
    found = [Change(keys, sum(was[key] for key in keys), sum(now[key] for key in keys)) for keys in count_rows(was)]
    if len(found) == 1 and len(found[0].keys) > 1:
        return ()
    return tuple(sorted(found, key=lambda one: (len(one.keys) > 1, -one.before, one.keys)))


def women_by_track(
    people: Mapping[str, Participant], before: Iterable[Entry], after: Iterable[Entry]
) -> tuple[Change, ...]:
    """Women among all entries and among those selected, by track; tracks in which few of a sex applied together.

    Empty where sex is not known, or too few of one sex applied.
    """
    was: dict[str, Counter[str]] = {}
    for entry in before:
        was.setdefault(entry.track, Counter())[people[entry.number].fact("gender") or ""] += 1
    if not any(parts[WOMEN] for parts in was.values()):
        return ()
    now = Counter(entry.track for entry in after if people[entry.number].fact("gender") == WOMEN)
    return tuple(
        Change(keys, sum(was[key][WOMEN] for key in keys), sum(now[key] for key in keys)) for keys in rows_of(was)
    )


def scores_of(evaluation: Evaluation, track: str) -> tuple[Fraction, ...]:
    """Final scores of the eligible of a track."""
    cards = evaluation.cards.values()
    return tuple(
        Fraction(card.key, card.unit)
        for card in cards
        if card.track == track and card.standing == "eligible" and card.key is not None
    )


def cut_of(selected: Iterable[Entry]) -> Fraction | None:
    """The lowest score that was enough by rank; of everybody selected where nobody got in by rank."""
    scored = [entry for entry in selected if entry.key is not None]
    ranked = [entry for entry in scored if entry.is_by_rank] or scored
    return min((Fraction(entry.key or 0, entry.unit) for entry in ranked), default=None)


class Standout(Struct, frozen=True):
    """Mean points of one criterion among the selected, and among the other eligible people."""

    criterion: str
    selected: Fraction
    others: Fraction


def standouts(evaluation: Evaluation, selection: Selection) -> tuple[Standout, ...]:
    """What the selected have more of; empty where either side has too few people for a mean."""
    chosen = {entry.number for entry in selection.selected}
    scored = [card for card in evaluation.cards.values() if card.standing == "eligible" and card.key is not None]
    inside = [card for card in scored if card.number in chosen]
    outside = [card for card in scored if card.number not in chosen]
    if min(len(inside), len(outside)) < LEAST:
        return ()
    return tuple(Standout(name, _mean(name, inside), _mean(name, outside)) for name in evaluation.criteria)


def _mean(criterion: str, cards: list[ScoreCard]) -> Fraction:
    return Fraction(sum(card.points[criterion].points or 0 for card in cards), len(cards) * POINT)
