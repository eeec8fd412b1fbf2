"""The walk with CP-SAT answering every question, one variable for each person and track.

Runs under an interpreter that has ortools; reads one case a line as JSON, answers one line each.
"""

import json
import sys
from fractions import Fraction
from typing import Any

from ortools.sat.python import cp_model


def limits(case: dict[str, Any], base: int) -> list[tuple[list[tuple[int, str]], int, int]]:
    """Every rule as (members, least, most); members are (person, track)."""
    people, quotas = case["people"], case["quotas"]
    pairs = [(index, track) for index, one in enumerate(people) for track in one["choices"]]
    most = {t: sum(t in one["choices"] for one in people) if high is None else high for t, (_, high) in quotas.items()}
    found = [([pair for pair in pairs if pair[1] == track], low, most[track]) for track, (low, _) in quotas.items()]
    found += [([pair for pair in pairs if pair[0] == index], 0, 1) for index in range(len(people))]
    for rule in case["rules"]:
        field = rule["field"]
        here = {one["facts"].get(field) for one in people} - {None}
        values = (
            [rule["value"]] if rule["value"] else sorted(here | ({"female", "male"} if field == "gender" else set()))
        )
        for scope in quotas if rule["per_track"] else [None]:
            wanting = sum(scope in one["choices"] for one in people)
            whole = base if scope is None else min(most[scope], wanting)
            low, high = rule["low"], len(people) if rule["high"] is None else rule["high"]
            if rule["low_share"]:
                exact = Fraction(rule["low_share"]) * whole
                low = max(low, -((-exact.numerator) // exact.denominator))
            if rule["high_share"]:
                exact = Fraction(rule["high_share"]) * whole
                high = min(high, exact.numerator // exact.denominator)
            for value in values:
                mine = [p for p in pairs if people[p[0]]["facts"].get(field) == value and scope in (None, p[1])]
                found.append((mine, low, high))
    for column, top in case["max_per"].items():
        for label in sorted({one["facts"].get(column) for one in people} - {None}):
            found.append(([p for p in pairs if people[p[0]]["facts"].get(column) == label], 0, top))
    for group, (low, high) in case["group_seats"].items():
        mine = [p for p in pairs if people[p[0]]["facts"].get("group") == group]
        found.append((mine, low, len(people) if high is None else high))
    return found


class Model:
    """One integer model; some variables may be fixed to 1."""

    def __init__(self, case: dict[str, Any], rules: list[tuple[list[tuple[int, str]], int, int]]) -> None:
        self.model = cp_model.CpModel()
        pairs = [(index, track) for index, one in enumerate(case["people"]) for track in one["choices"]]
        self.x = {pair: self.model.new_bool_var(str(pair)) for pair in pairs}
        self.impossible = False
        for members, low, high in rules:
            if not members or low > high:
                self.impossible = self.impossible or low > 0 or low > high
                continue
            self.model.add_linear_constraint(sum(self.x[one] for one in members), low, high)

    def most(self) -> int:
        """The most people seated; -1 where no list is possible."""
        if self.impossible:
            return -1
        self.model.maximize(sum(self.x.values()))
        solver = quiet()
        status = solver.solve(self.model)
        self.model.clear_objective()
        return round(solver.objective_value) if status == cp_model.OPTIMAL else -1

    def possible(self, wanted: list[tuple[int, str]], seats: int) -> bool:
        """Whether a full list holds these people in these tracks."""
        trial = self.model.clone()
        for pair in wanted:
            trial.add(trial.get_bool_var_from_proto_index(self.x[pair].index) == 1)
        everybody = [trial.get_bool_var_from_proto_index(one.index) for one in self.x.values()]
        trial.add(sum(everybody) == seats)
        return quiet().solve(trial) in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def quiet() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    return solver


def answer(case: dict[str, Any]) -> dict[str, Any]:
    """E, F and the list of one case; people stand in the case in their order."""
    tracks = list(case["quotas"])
    free = {
        **case,
        "rules": [],
        "max_per": {},
        "group_seats": {},
        "quotas": {t: (0, case["quotas"][t][1]) for t in tracks},
    }
    base = Model(free, limits(free, 0)).most()
    model = Model(case, limits(case, base))
    seats = model.most()
    taken: list[tuple[int, str]] = []
    if seats >= 0:
        for index, one in enumerate(case["people"]):
            for track in one["choices"]:
                if model.possible([*taken, (index, track)], seats):
                    taken.append((index, track))
                    break
            if len(taken) == seats:
                break
    return {"base": base, "seats": seats, "list": {case["people"][i]["number"]: track for i, track in taken}}


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()
