"""Small programs, people and marks for tests of the engine: as YAML would give them, every scalar a text."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Case, RuleUse, ScaleUse
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES

DAYS = {"start": "2025-09-29", "end": "2025-10-02"}
SESSIONS = ("2025-09-29/1", "2025-09-30/1", "2025-10-01/1", "2025-10-02/1")


def program(stage: Mapping[str, Any] | None = None, **keys: Any) -> Program:
    """A program of one stage `curation`; keys replace those of the bare minimum."""
    bare = {
        "id": "test",
        "title": "Test",
        "as_of": "2025-09-29",
        "dates": DAYS,
        "stages": [{"id": "curation", **(stage or {})}],
    }
    return Program.model_validate({**bare, **keys}, context={"rules": RULES, "scales": SCALES})


def rule(name: str, **keys: Any) -> RuleUse:
    """One eligibility rule."""
    return RULES[name].model_validate({"rule": name, **keys})


def scale(**keys: Any) -> ScaleUse:
    """One scale: `scale(linear=["0", "100"])`."""
    (name,) = keys
    return SCALES[name].model_validate(keys)


def person(number: str = "P1", *, track: str = "", group: str = "", **facts: str) -> Participant:
    """A participant with facts."""
    return Participant(number, track=track, group=group, facts=facts)


def case(participant: Participant | None = None, **keys: Any) -> Case:
    """All that a rule may look at."""
    return Case(participant or person(), **{"marks": (), "as_of": date(2025, 9, 29), **keys})


def mark(number: str, mark: str, value: str) -> Mark:
    """A mark that is given once per participant."""
    return Mark(number, mark, "", "", value)


def criterion(name: str, source: Any, weight: int = 1, **keys: Any) -> dict[str, Any]:
    """One criterion from 0 to 100, benefit, pending while missing, unless said."""
    usual = {"direction": "benefit", "missing": "pending", "scale": {"linear": ["0", "100"]}}
    found = {"id": name, "source": source, "weight": str(weight), **usual, **keys}
    return {key: value for key, value in found.items() if value is not None}


def exam(stage: str = "curation", **keys: str) -> dict[str, str]:
    """The declaration of a test from 0 to 100."""
    return {"per": "participant", "stage": stage, "min": "0", "max": "100", **keys}


def fractions(*values: str | int) -> tuple[Fraction, ...]:
    """Exact numbers."""
    return tuple(Fraction(value) for value in values)
