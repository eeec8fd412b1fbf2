"""A small cohort whose decisions and events are written in one line each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.engine.canonical import decisions_digest, rules_digest
from ikmctl.engine.pool import pool_digest
from ikmctl.engine.replay import StageResult, replay
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from ikmctl.engine.tickets import seed

DAY = date(2025, 10, 1)
VALUE = "83920174659201746382"


def rules(**keys: Any) -> Program:
    """Two tracks of two seats, one test mark; `stage`, `selection` and `stages` change it."""
    stage = {
        "id": "s",
        "criteria": [
            {
                "id": "test",
                "source": "marks.test",
                "direction": "benefit",
                "scale": {"linear": ["0", "100"]},
                "weight": "1",
                "missing": "pending",
            }
        ],
        "selection": {"ties": ["panel", "ticket"], **keys.pop("selection", {})},
        **keys.pop("stage", {}),
    }
    whole = {
        "id": "p",
        "title": "P",
        "as_of": "2025-09-29",
        "tracks": [{"id": name, "name": name, "quota": "2", "reserves": "1"} for name in ("x", "y")],
        "marks": {"test": {"per": "participant", "stage": "s", "min": "0", "max": "100"}},
        "stages": [stage, *keys.pop("later", [])],
        **keys,
    }
    return Program.model_validate(whole, context={"rules": RULES, "scales": SCALES})


PEOPLE = "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 60\nP5 y 50\nP6 y 40\nP7 y 30"


class Cohort(Struct, frozen=True):
    """All inputs; every method gives a cohort with one thing more."""

    program: Program
    participants: tuple[Participant, ...]
    marks: tuple[Mark, ...]
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()

    def decide(self, do: str, *numbers: str, stage: str = "s", **keys: Any) -> "Cohort":
        """Append a decision."""
        subject: dict[str, Any] = {"ids": numbers} if do == "order" else {"id": numbers[0]}
        entry = Decision(do=do, stage=stage, by="Ketua", on=DAY, reason="r", **subject, **keys)  # type: ignore[arg-type]  # pydantic reads texts
        return replace(self, decisions=(*self.decisions, entry))

    def event(self, kind: str, stage: str = "s", **keys: Any) -> "Cohort":
        """Append an event that records the decisions so far."""
        so_far = {"count": len(self.decisions), "digest": decisions_digest(self.decisions)}
        entry = Event.model_validate(
            {"event": kind, "stage": stage, "decisions": so_far, "on": DAY, "by": "Ketua", **keys}
        )
        return replace(self, events=(*self.events, entry))

    def lock(self, what: str, number: int = 1, stage: str = "s") -> "Cohort":
        """Lock rules or pool as they are now."""
        return self.event(
            "lock", stage, what=what, number=number, engine=1, **{what: self.digest(what, stage)}, reason="r"
        )

    def digest(self, what: str, stage: str = "s") -> str:
        """The digest of rules or pool now."""
        found = self.program.stage(stage)
        assert found is not None
        if what == "rules":
            return rules_digest(self.program, found)
        return pool_digest(self.program, found, self.participants, self.marks, self.decisions)

    def draw(self, value: str = VALUE) -> "Cohort":
        """Lock everything and draw."""
        locked = self.lock("rules").lock("pool")
        drawn = seed("p", "s", locked.digest("rules"), locked.digest("pool"), value)
        return locked.event("draw", what="draw", number=1, value=value, seed=drawn)

    def play(self, stage: str = "s") -> StageResult:
        """The result of one stage."""
        return self.results()[stage]

    def results(self) -> Any:
        """The results of all stages."""
        return replay(self.program, self.participants, self.marks, self.decisions, self.events)

    def faults(self, stage: str = "s") -> list[str]:
        """Codes and entries of what is wrong."""
        return [f"{one.code} {one.path[0]}" if one.path else one.code for one in self.play(stage).findings]


def cohort(program: Program | None = None, people: str = PEOPLE) -> Cohort:
    """A cohort; each line has number, track (a second choice after `/`), mark (`-` for none) and facts."""
    rows = [line.split() for line in people.strip().splitlines()]
    participants = tuple(
        Participant(row[0], *row[1].split("/"), facts=dict(part.split("=") for part in row[3:])) for row in rows
    )
    marks = tuple(Mark(row[0], "test", "", "", row[2]) for row in rows if row[2] != "-")
    return Cohort(program or rules(), participants, marks)


def numbers(entries: Sequence[Any]) -> str:
    """The numbers of listed entries."""
    return " ".join(one.number for one in entries)
