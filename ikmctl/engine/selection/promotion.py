"""Decisions on a decided list: the list is frozen, seats fall vacant, reserves move up in their order."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding, Param
from ikmctl.domain.selection import Because, Entry, Selection
from ikmctl.engine.needs import column_of
from ikmctl.engine.selection.awards import final_order, tiers
from ikmctl.engine.selection.frame import lay_out, limits_for
from ikmctl.engine.selection.given import Given, without_track
from ikmctl.engine.selection.limits import Limit
from ikmctl.engine.selection.outcomes import kept_out

_FILE = "decisions.yaml"
_OUT = {"withdraw": Because.WITHDRAWN, "disqualify": Because.DISQUALIFIED}


class _Frozen(Struct, dict=True):
    """A decided list while decisions are applied to it."""

    given: Given
    limits: list[Limit]
    entries: dict[str, Entry]
    selected: list[str]
    reserves: list[str]
    able: set[str]
    """Those whom the rules or an admission let onto the list."""
    vacant: list[tuple[str, str]] = field(default_factory=list)
    """Track and former holder of each empty seat, the oldest first."""
    findings: list[Finding] = field(default_factory=list)
    notes: list[tuple[str, Mapping[str, Param]]] = field(default_factory=list)

    def apply(self, index: int, one: Decision) -> None:
        number = one.id or ""
        if one.do in _OUT:
            self._leave(number, _OUT[one.do])
        elif one.do == "reinstate":
            self._return(index, number)
        elif one.do == "admit":
            self._admit(index, number, extra=one.seat == "extra")
        self._fill()

    def _set(self, number: str, **changes: object) -> None:
        self.entries[number] = replace(self.entries[number], **changes)

    def _leave(self, number: str, why: Because) -> None:
        entry = self.entries[number]
        if number in self.selected:
            self.selected.remove(number)
            if not entry.is_beside:
                self.vacant.append((entry.track, number))
        if number in self.reserves:
            self.reserves.remove(number)
        self._set(number, result="out", because=why, detail="", seats=(), tier="", params={})

    def _return(self, index: int, number: str) -> None:
        if self.entries[number].because not in _OUT.values():
            self.findings.append(Finding("IKM501", _FILE, (index, "id"), {"number": number}))
            return
        if number not in self.able:
            self.entries[number] = kept_out(self.given.evaluation.cards[number], self.entries[number].track)
            return
        self.reserves.append(number)
        self._set(number, result="reserve", because=Because.RESERVE, detail="", seats=("any",))

    def _admit(self, index: int, number: str, *, extra: bool) -> None:
        track = self.entries[number].track
        if not track:
            self.findings.append(without_track(index, number))
            return
        vacant = next((seat for seat in self.vacant if seat[0] == track), None)
        blocked = self.ceiling(number, track)
        if number in self.selected or blocked or not (extra or (vacant and not self.floor(number, track))):
            self.findings.append(Finding("IKM506", _FILE, (index, "id"), {"number": number, "rule": blocked or "-"}))
            return
        if number in self.reserves:
            self.reserves.remove(number)
        if vacant and not extra:
            self.vacant.remove(vacant)
        self.selected.append(number)
        self.able.add(number)
        detail = "extra" if extra else ""
        self._set(number, result="selected", because=Because.DECISION, detail=detail, seats=(), params={})

    def _fill(self) -> None:
        """Let reserves take vacant seats, in their order, as long as one fits."""
        again = True
        while again:
            again = False
            for number in self.reserves:
                track = self.entries[number].track
                seat = next((seat for seat in self.vacant if seat[0] == track), None)
                if seat is None:
                    continue
                blocked = self.ceiling(number, track) or self.floor(number, track)
                if not blocked:
                    self._promote(number, seat)
                    again = True
                    break
                note = ("note.passed", {"number": number, "seat": seat[1], "track": track, "rule": blocked})
                if note not in self.notes:
                    self.notes.append(note)

    def _promote(self, number: str, seat: tuple[str, str]) -> None:
        self.vacant.remove(seat)
        self.reserves.remove(number)
        self.selected.append(number)
        self._set(number, result="selected", because=Because.RESERVE, detail=seat[1], seats=(), params={"for": seat[1]})

    def _count(self, limit: Limit, *, extras: bool) -> int:
        entries = (self.entries[number] for number in self.selected)
        return sum(
            limit.holds(self.given.people[one.number], one.track) for one in entries if extras or not one.is_beside
        )

    def ceiling(self, number: str, track: str) -> str:
        """The ceiling that one more person would break; empty where none."""
        person = self.given.people[number]
        for limit in self.limits:
            mine = limit.kind in ("balance", "group", "label") and limit.holds(person, track)
            if mine and self._count(limit, extras=True) >= limit.high:
                return limit.name
        return ""

    def floor(self, number: str, track: str) -> str:
        """The floor that the seats still empty could no longer meet; empty where none."""
        person = self.given.people[number]
        left = Counter(seat[0] for seat in self.vacant)
        left[track] -= 1
        lacks: dict[str, dict[str, dict[str, int]]] = {}
        names: dict[str, str] = {}
        for limit in self.limits:
            if limit.kind not in ("balance", "group"):
                continue
            lack = limit.low - self._count(limit, extras=False) - limit.holds(person, track)
            if lack > 0:
                scope = lacks.setdefault(limit.field, {}).setdefault(limit.track, {})
                scope[limit.value] = max(scope.get(limit.value, lack), lack)
                names.setdefault(limit.field, limit.name)
        shared = self._shared
        return next(
            (names[name] for name, lack in lacks.items() if not _payable(lack, left, shared=name in shared)), ""
        )

    @cached_property
    def _shared(self) -> frozenset[str]:
        """Columns of several words: one person may have all the values on which there are floors."""
        columns = (column_of(self.given.program, name) for name in {limit.field for limit in self.limits})
        return frozenset(column.id for column in columns if column is not None and column.kind == "multi")


def _payable(lacks: Mapping[str, Mapping[str, int]], left: Counter[str], *, shared: bool) -> bool:
    """Whether the empty seats can still meet the floors on one column of facts, whoever may come."""
    if shared:
        return all(max(values.values()) <= (left[track] if track else left.total()) for track, values in lacks.items())
    if any(sum(values.values()) > left[track] for track, values in lacks.items() if track):
        return False
    apart: Counter[str] = Counter()
    for track, values in lacks.items():
        if track:
            apart.update(values)
    return (Counter(lacks.get("")) | apart).total() <= left.total()


def _able(given: Given, entry: Entry) -> bool:
    """Whether somebody may stand on the list at all, once they are no longer out by a decision."""
    eligible = given.evaluation.cards[entry.number].standing == "eligible"
    return entry.track != "" and (eligible or entry.number in given.admitted)


def apply_later(
    given: Given, base: Selection, later: Iterable[tuple[int, Decision]]
) -> tuple[Selection, tuple[Finding, ...]]:
    """The decided list with later decisions applied, each with its index in decisions.yaml."""
    acts = list(later)
    admitted = {one.id for _, one in acts if one.do == "admit" and one.id in base.entries}
    frozen = _Frozen(
        given,
        limits_for(given, {number for number in admitted if number}),
        dict(base.entries),
        [one.number for one in base.selected],
        [one.number for one in base.reserves],
        {one.number for one in base.entries.values() if _able(given, one)},
    )
    for index, one in acts:
        if one.id in frozen.entries:
            frozen.apply(index, one)
    for number, prize in _prizes(given, base, frozen).items():
        frozen.entries[number] = replace(frozen.entries[number], tier=prize)
    frozen.notes += _vacant(frozen)
    selection = replace(
        base,
        selected=_listed(given, frozen, frozen.selected),
        reserves=_listed(given, frozen, frozen.reserves),
        entries=frozen.entries,
        shortfall=_shortfall(base, frozen),
        notes=(*base.notes, *frozen.notes),
    )
    return selection, tuple(frozen.findings)


def _vacant(frozen: _Frozen) -> list[tuple[str, Mapping[str, Param]]]:
    """Seats that stay empty, each with the first of those who qualify whom a decision could bring in."""
    found: list[tuple[str, Mapping[str, Param]]] = []
    ranking = lay_out(frozen.given).ranking if frozen.vacant else None
    for track, holder in frozen.vacant:
        others = {one.number: track for one in frozen.entries.values() if one.track == track and _may_come(frozen, one)}
        order = final_order(ranking, others) if ranking else []
        free = next((number for number, _ in order), "")
        found.append(("note.vacant", {"seat": holder, "track": track, "free": free}))
    return found


def _may_come(frozen: _Frozen, one: Entry) -> bool:
    """Whether `admit --seat quota` could give an empty seat of their track to somebody who is not out."""
    eligible = frozen.given.evaluation.cards[one.number].standing == "eligible"
    waits = one.result != "selected" and one.because not in _OUT.values()
    return eligible and waits and not (frozen.ceiling(one.number, one.track) or frozen.floor(one.number, one.track))


def _listed(given: Given, frozen: _Frozen, numbers: list[str]) -> tuple[Entry, ...]:
    position = {track.id: index for index, track in enumerate(given.program.all_tracks)}
    return tuple(sorted((frozen.entries[number] for number in numbers), key=lambda one: position[one.track]))


def _prizes(given: Given, base: Selection, frozen: _Frozen) -> dict[str, str]:
    """The prizes of those selected now: everybody moves up, or they keep theirs and newcomers get the last one."""
    awards = given.stage.awards
    tracks = {
        number: frozen.entries[number].track for number in frozen.selected if not frozen.entries[number].is_beside
    }
    # who left and came back is a newcomer, from the end of the reserves
    stayed = (one for one in base.selected if frozen.entries[one.number].because is one.because)
    old = {one.number: one.track for one in stayed if one.number in tracks}
    order = [
        *final_order(lay_out(given).ranking, old),
        *((number, tracks[number]) for number in tracks if number not in old),
    ]
    if awards.on_withdraw == "move_up" or not awards.tiers:
        return tiers(awards, order)
    last = awards.tiers[-1].name
    return {number: base.entries[number].tier if number in old else last for number, _ in order}


def _shortfall(base: Selection, frozen: _Frozen) -> dict[str, int]:
    empty = Counter(base.shortfall)
    empty.update(track for track, _ in frozen.vacant)
    return dict(sorted(empty.items()))
