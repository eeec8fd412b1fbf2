"""Why a pool member was passed over at their turn, the first reason that fits."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.selection import Because
from ikmctl.engine.selection.cells import Cells, Column
from ikmctl.engine.selection.conflict import conflict
from ikmctl.engine.selection.limits import Limit


class Refusal(Struct, frozen=True):
    """A reason with its printed detail and the parameters of its sentence."""

    because: Because
    detail: str = ""
    params: Mapping[str, Param] | None = None


class Refusals:
    """Replays a walk and answers for those who were passed over; answers of one cell are kept while nobody enters."""

    def __init__(self, limits: Sequence[Limit], cells: Cells, seats: int) -> None:
        """Begin before anybody is taken; `seats` is F."""
        self.limits = limits
        self.cells = cells
        self.seats = seats
        self.floors = [(index, limit) for index, limit in enumerate(limits) if limit.low > 0]
        self.quotas = {limit.track: (index, limit) for index, limit in enumerate(limits) if limit.kind == "track"}
        self.have = [0] * len(limits)
        self.taken = [0] * len(cells.columns)
        self._kept: dict[int, Refusal] = {}
        self._limits: dict[int, Refusal] = {}
        self._sets: dict[int, Refusal] = {}

    def take(self, column: int) -> None:
        """Follow the walk: somebody of `column` was taken."""
        self.taken[column] += 1
        for limit in self.cells.columns[column].limits:
            self.have[limit] += 1
        self._kept.clear()

    def why(self, cell: int) -> Refusal:
        """Why a person of this cell cannot be taken now."""
        if cell not in self._kept:
            self._kept[cell] = self._reason(self.cells.choices[cell][0])
        return self._kept[cell]

    def _reason(self, index: int) -> Refusal:
        column = self.cells.columns[index]
        full = [one for one in column.limits if self.have[one] >= self.limits[one].high]
        for kinds in (("track",), ("balance", "group")):
            for one in full:
                if self.limits[one].kind in kinds:
                    return self._full(one)
        owed = self._owed(column)
        if owed:
            names = ", ".join(dict.fromkeys(limit.name for limit in owed))
            kept = ", ".join(
                dict.fromkeys(f"{limit.field} {limit.value}" if limit.field else limit.name for limit in owed)
            )
            return Refusal(Because.OWED, names, {"rule": names, "left": self._left(owed[0].track), "kept": kept})
        if full:  # labels: where all seats are taken, so are those of the track
            return self._full(full[0])
        return self._combination(index)

    def _full(self, index: int) -> Refusal:
        """What those are told who stand before a full limit, one object for all."""
        if index not in self._limits:
            limit = self.limits[index]
            if limit.kind == "track":
                told = Refusal(Because.QUOTA, "", {"seats": limit.high})
            elif limit.kind == "label":
                told = Refusal(Because.GROUP, limit.name, {"field": limit.field, "label": limit.value})
            else:
                told = Refusal(Because.CEILING, limit.name, {"rule": limit.name, "most": limit.high})
            self._limits[index] = told
        return self._limits[index]

    def _left(self, track: str) -> int:
        if not track:
            return self.seats - self.have[0]
        index, quota = self.quotas[track]
        return quota.high - self.have[index]

    def _owed(self, column: Column) -> list[Limit]:
        """The floors to which all seats left are owed, by counting within one column of facts; else nothing."""
        owed: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
        for index, limit in self.floors:
            lack = limit.low - self.have[index]
            if lack <= 0 or (limit.track not in ("", column.track) and limit.kind != "track"):
                continue
            scope = ("", "track") if limit.kind == "track" else (limit.track, limit.field)
            value = limit.track if limit.kind == "track" else limit.value
            if lack > owed.setdefault(scope, {}).get(value, (0, index))[0]:
                owed[scope][value] = (lack, index)
        for (track, _), lacks in owed.items():
            helped = any(index in column.limits for _, index in lacks.values())
            if not helped and sum(lack for lack, _ in lacks.values()) >= self._left(track):
                return [self.limits[index] for _, index in lacks.values()]
        return []

    def _combination(self, index: int) -> Refusal:
        """A minimal set of rules; quotas, which are always part of it, are named only where they stand alone."""
        if index not in self._sets:
            taken = list(self.taken)
            taken[index] += 1
            found = conflict(self.limits, self.cells, taken, self.seats)
            quotas = {limit.rule for _, limit in self.quotas.values()}
            rules = ", ".join([rule for rule in found if rule not in quotas] or found)
            self._sets[index] = Refusal(Because.COMBINATION, rules, {"rule": rules})
        return self._sets[index]
