"""Random small cohorts as a kit sees them: rules, marks, decisions, locks, draws, all from one number."""

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.engine.canonical import canonical_json, decisions_digest
from ikmctl.engine.replay import StageResult, replay
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from ikmctl.engine.states import result_of
from ikmctl.engine.tickets import seed
from ikmctl.store.layout import CohortPaths
from ikmctl.store.tables import write_marks, write_participants
from ikmctl.workflow.derive import derive
from ikmctl.workflow.load import Cohort

VERIFY = Path(__file__).parents[2] / "ikmctl" / "workflow" / "kit" / "verify.py"
FIELDS = ("district", "gender", "household", "ready")
STAGE = "s"
_VALUES = ("45", "50", "60", "70", "70", "85", "92.5")


def independent(name: str = "kit_verify") -> ModuleType:
    """The kit's own program, fresh."""
    spec = importlib.util.spec_from_file_location(name, VERIFY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _balance(chance: random.Random) -> dict[str, Any]:
    field, values = chance.choice([("gender", ["female", "male"]), ("district", ["33.24.01", "33.24.02", "33.24.03"])])
    limits: dict[str, Any] = chance.choice(
        [{"min": "1"}, {"min_share": "0.25"}, {"max": "2"}, {"max_share": "0.5"}, {"max": "1"}, {"max": "3"}]
    )
    per = {"per": "track"} if chance.random() < 0.2 else {}
    own = {"each": limits} if "max" in limits and chance.random() < 0.6 else {"value": chance.choice(values), **limits}
    return {"field": field, **per, **own}


def _quota(chance: random.Random) -> Any:
    most = chance.choice([1, 2, 2, 3, 4])
    return chance.choice([str(most), str(most), {"min": str(chance.randint(0, 1)), "max": str(most)}, "all"])


def _criteria(chance: random.Random) -> list[dict[str, Any]]:
    up = {"direction": "benefit"}
    every: list[dict[str, Any]] = [
        {"id": "test", "source": "marks.test", "scale": {"linear": ["40", "100"]}, "weight": "40", **up},
        {"id": "practice", "source": "marks.practice", "scale": {"linear": ["1", "5"]}, "weight": "35", **up},
        {"id": "gain", "source": {"gain": ["marks.pre", "marks.test"]}, "scale": {"linear": ["0", "0.7"]},
         "weight": "15", **up},
        {"id": "ready", "source": "fields.ready", "scale": {"map": {"0": "0", "1": "33.3", "2": "100"}},
         "weight": "10", **up},
        {"id": "old", "source": "marks.pre", "direction": "cost", "weight": "7", "scale": {"bands": [
            {"below": "50", "points": "100"}, {"from": "50", "below": "70", "points": "12.5"},
            {"from": "70", "points": "0"}]}},
    ]  # fmt: skip
    chosen = chance.sample(every, chance.randint(1, 4))
    for one in chosen:
        one["missing"] = chance.choice(["reject", "pending", "worst"])
        if one["id"] == "test" and chance.random() < 0.5:
            one["threshold"] = "55"
    return chosen


def _program(chance: random.Random) -> Program:
    tracks = [
        {"id": name, "name": name, "quota": _quota(chance), "reserves": str(chance.randint(0, 3))}
        for name in ("x", "y", "z")[: chance.choice([0, 1, 2, 3, 3])]
    ]
    groups = [{"id": name, "name": name, "seats": chance.choice([{}, {}, {"min": "1"}, {"max": "2"}])} for name in "gh"]
    criteria = _criteria(chance)
    ties = [one["id"] for one in criteria if chance.random() < 0.3]
    ties += ["panel"] if chance.random() < 0.5 else []
    select: dict[str, Any] = {
        "balance": [_balance(chance) for _ in range(chance.choice([0, 1, 1, 2]))],
        "max_per": {"household": "1"} if chance.random() < 0.5 else {},
        "ties": [*ties, "ticket"],
        "mode": "lottery" if chance.random() < 0.1 else "strict",
        "second_choice": "true" if tracks and chance.random() < 0.2 else "false",
    }
    select |= {"compare": chance.choice(["place", "score"])} if chance.random() < 0.5 else {}
    stage: dict[str, Any] = {"id": STAGE, "criteria": criteria, "selection": select}
    stage |= {"quota": _quota(chance)} if not tracks or chance.random() < 0.2 else {}
    stage |= {"reserves": "2"} if chance.random() < 0.3 else {}
    stage |= {"threshold": "30"} if chance.random() < 0.2 else {}
    if chance.random() < 0.2:
        stage["awards"] = {"tiers": [{"name": "I", "places": "1"}, {"name": "II", "places": "2"}]}
        stage["awards"] |= {"group_by": "track"} if chance.random() < 0.5 else {}
    body = {
        "id": "case", "title": "Case", "as_of": "2025-09-29", "tracks": tracks, "stages": [stage],
        "groups": groups if chance.random() < 0.4 else [],
        "fields": [{"id": "ready", "type": "integer", "min": "0", "max": "2"}],
        "marks": {
            "pre": {"per": "participant", "stage": STAGE, "min": "0", "max": "100"},
            "test": {"per": "participant", "stage": STAGE, "min": "0", "max": "100"},
            "practice": {"per": "judge", "stage": STAGE, "min": "1", "max": "5", "items": ["a", "b"],
                         "weights": {"a": "2"} if chance.random() < 0.3 else {}},
        },
        "panel": {"judges": [{"id": "J1"}, {"id": "J2"}],
                  "incomplete": chance.choice(["stop", "mean_of_present"]),
                  "recusals": [{"judge": "J1", "id": "P03", "reason": "keluarga"}] if chance.random() < 0.3 else []},
    }  # fmt: skip
    return Program.model_validate(body, context={"rules": RULES, "scales": SCALES})


def _people(chance: random.Random, program: Program) -> tuple[Participant, ...]:
    names = [track.id for track in program.tracks] or [""]
    people = []
    for index in range(chance.randint(3, 14)):
        facts = {
            "gender": chance.choice(["female", "male", "male", ""]),
            "district": chance.choice(["33.24.01", "33.24.01", "33.24.02", "33.24.03", ""]),
            "household": chance.choice(["H1", "H2", "", ""]),
            "ready": chance.choice(["0", "1", "2", "2", ""]),
        }
        second = chance.choice(names) if program.stages[0].selection.second_choice else ""
        group = chance.choice(["g", "h", ""])
        facts = {key: value for key, value in facts.items() if value}
        people.append(Participant(f"P{index:02d}", chance.choice(names), second, "", group, facts))
    return tuple(people)


def _marks(chance: random.Random, people: tuple[Participant, ...]) -> tuple[Mark, ...]:
    found: list[Mark] = []
    for one in people:
        tests = [name for name in ("pre", "test") if chance.random() < 0.93]
        found += [Mark(one.number, name, "", "", chance.choice(_VALUES)) for name in tests]
        judges = [judge for judge in ("J1", "J2") if (one.number, judge) != ("P03", "J1")]
        judges = judges if chance.random() < 0.9 else []  # nobody has marked this person yet
        given = [(judge, item) for judge in judges for item in ("a", "b") if chance.random() < 0.98]
        found += [Mark(one.number, "practice", item, judge, str(chance.randint(1, 5))) for judge, item in given]
    return tuple(sorted(found))


def _decision(chance: random.Random, cohort: Cohort, *, late: bool) -> Decision:
    number = chance.choice(cohort.participants).number
    base = {"id": number, "stage": STAGE, "by": "Ketua Tim", "on": "2025-10-05", "reason": "alasan"}
    act = chance.choice(["withdraw", "disqualify", "admit", "reinstate", "withdraw"] + ([] if late else ["correct"]))
    own: dict[str, Any] = {"seat": chance.choice(["extra", "quota"])} if act == "admit" else {}
    if act == "correct":
        old = next((one.value for one in cohort.marks if (one.number, one.mark) == (number, "test")), None)
        own = {"mark": "test", "new": chance.choice(["66", "70", "99"]), **({"old": old} if old else {})}
    return Decision.model_validate({**base, "do": act, **own})


def _event(cohort: Cohort, kind: str, **own: Any) -> Cohort:
    so_far = {"count": len(cohort.decisions), "digest": decisions_digest(cohort.decisions)}
    body = {"event": kind, "stage": STAGE, "on": "2025-10-03", "by": "Ketua Tim", "reason": "", "decisions": so_far}
    return replace(cohort, events=(*cohort.events, Event.model_validate({**body, **own})))


def _result(cohort: Cohort) -> StageResult:
    return replay(cohort.program, cohort.participants, cohort.marks, cohort.decisions, cohort.events)[STAGE]


def _drawn(chance: random.Random, cohort: Cohort) -> Cohort:
    now = _result(cohort)
    cohort = _event(cohort, "lock", what="rules", number=1, rules=now.rules, engine=1, marks=0)
    cohort = _event(cohort, "lock", what="pool", number=1, pool=now.pool, engine=1, marks=0)
    value = "".join(chance.choice("0123456789") for _ in range(20))
    z = seed("case", STAGE, now.rules, now.pool, value)
    return _event(cohort, "draw", what="draw", number=1, value=value, source="dadu", seed=z)


def _decided(chance: random.Random, cohort: Cohort) -> Cohort:
    now = _result(cohort)
    if now.selection.undecided or not now.selection.selected:
        return cohort
    cohort = _event(cohort, "finalize", decree="SK/1", result=result_of(now))
    later = tuple(_decision(chance, cohort, late=True) for _ in range(chance.choice([0, 1, 2, 3])))
    return replace(cohort, decisions=(*cohort.decisions, *later))


def random_cohort(number: int) -> Cohort:
    """One cohort; the number alone decides it."""
    chance = random.Random(number)
    program = _program(chance)
    people = _people(chance, program)
    cohort = Cohort(CohortPaths(Path("case")), program, people, _marks(chance, people))
    first = tuple(_decision(chance, cohort, late=False) for _ in range(chance.choice([0, 0, 1, 2])))
    cohort = replace(cohort, decisions=first)
    if chance.random() < 0.25:
        cohort = _event(cohort, "curate", per_track=chance.choice([1, 2, 3]))
    if chance.random() < 0.6:
        cohort = _drawn(chance, cohort)
        if chance.random() < 0.3:
            more = _decision(chance, cohort, late=True)
            cohort = replace(cohort, decisions=(*cohort.decisions, more))
    if chance.random() < 0.6:
        cohort = _decided(chance, cohort)
    texts = {
        "participants.csv": write_participants(cohort.participants, FIELDS),
        "marks.csv": write_marks(cohort.marks),
        "program.yaml": canonical_json(program).decode(),
    }
    return replace(cohort, texts=texts)


def kit_of(cohort: Cohort) -> dict[str, bytes]:
    """The files of its audit kit."""
    from ikmctl.workflow.audit_kit import kit_files

    return kit_files(cohort, derive(cohort, [STAGE]))


def lay_out(files: dict[str, bytes], folder: Path) -> Path:
    """Write a kit into a folder."""
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder
