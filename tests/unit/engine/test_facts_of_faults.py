"""Where each fault of decisions, events and states stands, and the facts that its sentence names."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding, Severity
from ikmctl.domain.event import Event
from ikmctl.engine import states
from ikmctl.engine.acts import event_faults
from ikmctl.engine.days import day_faults, refuse_day
from tests.unit.engine.replaying import DAY, VALUE, Cohort, cohort, rules

TIED = "P1 x 90\nP2 x 80\nP3 x 80\nP4 x 70\nP5 y 50"
TICKET_ONLY = {"ties": ["ticket"]}
Said = tuple[str, str, str, Mapping[str, Any]]


def said(found: Sequence[Finding], severity: Severity = Severity.ERROR) -> list[Said]:
    """Code, document, dotted path and facts."""
    assert all(one.severity is severity for one in found)
    return [(one.code, one.document, ".".join(map(str, one.path)), one.params) for one in found]


def faults(base: Cohort) -> list[Said]:
    return said(base.play().findings)


def refused(found: Sequence[Finding]) -> list[tuple[str, Mapping[str, Any]]]:
    assert all((one.document, one.path) == ("events.yaml", ()) for one in found)
    return [(one.code, one.params) for one in found]


def changed(base: Cohort, **keys: Any) -> Cohort:
    """The cohort with keys of its last event changed."""
    return replace(base, events=(*base.events[:-1], base.events[-1].model_copy(update=keys)))


def test_of_decisions() -> None:
    file = "decisions.yaml"
    assert faults(cohort().decide("withdraw", "P8")) == [
        ("IKM500", file, "0.id", {"number": "P8", "stage": "s"}),
    ]
    assert faults(cohort(people=TIED).decide("order", "P2", "P3", "P8")) == [
        ("IKM500", file, "0.ids", {"number": "P8", "stage": "s"}),
    ]
    assert faults(cohort().decide("withdraw", "P7").decide("reinstate", "P1")) == [
        ("IKM501", file, "1.id", {"number": "P1"}),
    ]
    assert faults(cohort(rules(selection=TICKET_ONLY), TIED).decide("order", "P3", "P2")) == [
        ("IKM503", file, "0.do", {"stage": "s"}),
    ]
    assert said(cohort().decide("order", "P1", "P2").play().findings, Severity.WARNING) == [
        ("IKM502", file, "0.ids", {"people": "P1, P2", "stage": "s"}),
    ]
    done = cohort().event("finalize", decree="SK/1")
    assert faults(done.decide("order", "P1", "P2")) == [("IKM504", file, "0.do", {"act": "order", "stage": "s"})]


def test_of_corrections() -> None:
    wrong = cohort(people="P1 x 90\nP2 x - gender=male")
    params = {"number": "P1", "found": "90", "old": "91"}
    assert faults(wrong.decide("correct", "P1", mark="test", old="91", new="95")) == [
        ("IKM505", "decisions.yaml", "0.old", params),
    ]
    assert faults(wrong.decide("correct", "P2", mark="test", old="5", new="95"))[0][3] == {
        "number": "P2", "found": "-", "old": "5",
    }  # fmt: skip
    assert faults(wrong.decide("correct", "P2", field="gender", new="female"))[0][3] == {
        "number": "P2", "found": "male", "old": "-",
    }  # fmt: skip
    twice = wrong.decide("correct", "P1", mark="test", old="90", new="95").decide(
        "correct", "P1", mark="test", old="95", new="97"
    )
    assert faults(twice) == []
    assert twice.play().evaluation.cards["P1"].key == 97 * 10_000


def test_a_blank_is_corrected_without_naming_an_old_value() -> None:
    base = cohort(people="P1 x 90\nP2 x - gender=male")
    assert faults(base.decide("correct", "P1", field="gender", new="female")) == []
    assert faults(base.decide("correct", "P2", mark="test", new="50")) == []
    assert faults(base.decide("correct", "P2", mark="test", old="", new="50")) == []


def test_of_admissions_that_a_limit_forbids() -> None:
    nobody = rules(selection={"balance": [{"field": "gender", "value": "male", "max": "0"}]})
    base = cohort(nobody, "P1 x 90\nP2 x 1 gender=male").decide("withdraw", "P1").decide("admit", "P2", seat="quota")
    ((code, document, path, params),) = faults(base)
    assert (code, document, path, params["number"]) == ("IKM506", "decisions.yaml", "1.id", "P2")


def test_of_events() -> None:
    file = "events.yaml"
    locked = cohort().lock("rules").lock("pool")
    moved = replace(locked, program=rules(as_of="2025-09-30"), marks=locked.marks[1:])
    assert faults(moved) == [
        ("IKM512", file, "0.rules", {"number": 1, "stage": "s"}),
        ("IKM513", file, "1.pool", {"number": 1, "stage": "s"}),
    ]
    second = cohort().lock("rules").lock("rules", 2)
    assert faults(replace(second, program=rules(as_of="2025-09-30"))) == [
        ("IKM512", file, "1.rules", {"number": 2, "stage": "s"}),
    ]
    done = cohort().event("announce").event("finalize", decree="SK/1", result="0" * 64)
    assert faults(done) == [("IKM510", file, "1.result", {"stage": "s"})]
    other = changed(cohort().event("announce"), decisions=locked.events[0].decisions.model_copy(update={"count": 3}))
    assert faults(other) == [("IKM508", file, "0.decisions", {"count": 3})]
    later = changed(cohort().lock("rules"), engine=2)
    assert faults(later) == [("IKM514", file, "0.engine", {"found": 2, "known": 1})]


def test_of_recorded_draws() -> None:
    file, drawn = "events.yaml", cohort(people=TIED).draw()
    assert faults(changed(drawn, seed="0" * 64)) == [("IKM511", file, "2.seed", {"stage": "s"})]
    assert faults(changed(drawn, value=None)) == [("IKM511", file, "2.seed", {"stage": "s"})]
    for name in ("rules", "pool"):
        assert faults(changed(drawn, **{name: drawn.digest(name)})) == []
        assert faults(changed(drawn, **{name: "0" * 64})) == [("IKM511", file, f"2.{name}", {"stage": "s"})]
    pool, draw = drawn.events[1:]
    assert faults(replace(drawn, events=(pool, draw))) == [
        ("IKM519", file, "1", {"what": "rules", "stage": "s"}),
    ]
    assert faults(replace(drawn, events=(drawn.events[0], draw))) == [
        ("IKM519", file, "1", {"what": "pool", "stage": "s"}),
    ]
    assert faults(replace(drawn, events=(draw,))) == [("IKM519", file, "0", {"what": "rules", "stage": "s"})]


def test_of_classes_that_cannot_open() -> None:
    """X opens with three and has two; Y has as many as it needs until one withdraws; Z has one, and one is pending."""
    opens = {"x": "3", "y": "2", "z": "1"}
    tracks = {
        name: {"id": name, "name": name.upper(), "quota": {"min": least, "max": "5"}} for name, least in opens.items()
    }
    people = "P1 x 90\nP2 x 80\nP3 y 70\nP4 y 60\nP5 z 50\nP6 z -"
    assert faults(cohort(rules(tracks=list(tracks.values())), people)) == [
        ("IKM664", "program.yaml", "tracks.0.quota", {"track": "X", "least": 3, "eligible": 2, "pending": ""}),
    ]
    without_x = cohort(rules(tracks=[tracks["z"], tracks["y"]]), people.split("\n", 2)[2])
    assert faults(without_x) == []
    assert faults(without_x.decide("withdraw", "P4")) == [
        ("IKM664", "program.yaml", "tracks.1.quota", {"track": "Y", "least": 2, "eligible": 1, "pending": ""}),
    ]
    # both, though one would be enough to make a list impossible
    x, y = ("IKM664", "tracks.0.quota"), ("IKM664", "tracks.1.quota")
    two = cohort(rules(tracks=list(tracks.values())), people).decide("withdraw", "P4")
    assert [(code, path) for code, _, path, _ in faults(two)] == [x, y]
    # with a rule beside that cannot be kept either, for which there are no women at all
    women = {"balance": [{"field": "gender", "value": "female", "min": "1"}]}
    asking = cohort(rules(tracks=list(tracks.values()), selection=women), people).decide("withdraw", "P4")
    assert [one[0] for one in faults(asking)][:2] == ["IKM664", "IKM664"]
    # who names X as second choice counts for it
    both_x_and_y = rules(tracks=[tracks["x"], tracks["y"]], selection={"second_choice": "true"})
    torn = "P1 x 90\nP2 x 80\nP3 y/x 70\nP4 y 60"
    assert [one[0] for one in faults(cohort(both_x_and_y, torn))] == ["IKM509"], "either could open, not both"
    assert faults(cohort(both_x_and_y, f"{torn}\nP5 y 50")) == []
    quota = {"quota": {"min": "3", "max": "5"}}
    by_stage = cohort(rules(tracks=[], stage=quota, later=[{"id": "t", "from": "s"}]), "P1 x 90")
    assert faults(by_stage)[0][:3] == ("IKM664", "program.yaml", "stages.0.quota")
    of_both = cohort(rules(stage=quota), "P1 x 90\nP2 x 80\nP3 x 70\nP4 y 60")
    assert faults(of_both)[0][:3] == ("IKM664", "program.yaml", "stages.0.quota")


def test_of_rules_that_cannot_be_kept() -> None:
    """Three men where the one track that has men takes two."""
    men = rules(selection={"balance": [{"field": "gender", "value": "male", "min": "3"}]})
    people = "\n".join(f"P{n} x {90 - n} gender=male" for n in range(4))
    assert faults(cohort(men, people)) == [
        ("IKM509", "program.yaml", "stages.0.selection", {"rules": "track x, gender", "stage": "s", "cause": ""}),
    ]


def test_a_class_with_people_enough_is_not_what_lacks() -> None:
    """Two of one household, of whom one may be in: the class has its two, the limit takes one."""
    x = {"id": "x", "name": "X", "quota": {"min": "2", "max": "2"}}
    people = "P1 x 90 household=H1\nP2 x 80 household=H1"
    base = cohort(rules(tracks=[x], selection={"max_per": {"household": "1"}}), people)
    ((code, _, path, params),) = faults(base)
    assert (code, path) == ("IKM509", "stages.0.selection")
    assert params["rules"] == "track x, max_per household"


def test_of_locks() -> None:
    base = cohort().lock("pool", 2)
    event = base.events[-1].model_copy(update={"reason": ""})
    assert refused(states.refuse_lock((), event, 3)) == [("IKM516", {"what": "pool", "number": 2})]
    done = cohort().event("finalize", decree="SK/1")
    assert refused(states.refuse_lock(done.events, event, 3)) == [("IKM515", {"stage": "s"})]


def draw(base: Cohort, value: str = VALUE) -> list[tuple[str, Mapping[str, Any]]]:
    stage = base.program.stages[0]
    return refused(states.plan_draw(base.program, stage, base.events, base.play(), value, "dice", "")[1])


def test_of_draws() -> None:
    base = cohort(rules(selection=TICKET_ONLY), TIED)
    both = base.lock("rules").lock("pool")
    assert draw(base) == [("IKM519", {"what": "rules", "stage": "s"})]
    assert draw(base.lock("rules")) == [("IKM519", {"what": "pool", "stage": "s"})]
    assert draw(base.lock("pool")) == [("IKM519", {"what": "rules", "stage": "s"})]
    assert draw(both, "12-34") == [("IKM517", {"value": "12-34"})]
    assert draw(base.draw()) == [("IKM518", {"stage": "s"})]
    assert draw(both.decide("withdraw", "P5")) == [("IKM520", {"what": "pool", "stage": "s"})]
    assert draw(changed(base.lock("pool").lock("rules"), rules="0" * 64)) == [
        ("IKM520", {"what": "rules", "stage": "s"}),
    ]
    assert draw(both.event("finalize", decree="SK/1")) == [("IKM515", {"stage": "s"})]
    assert draw(cohort(people=TIED).lock("rules").lock("pool")) == [("IKM521", {"stage": "s", "people": "P2, P3"})]
    jury_last = rules(selection={"ties": ["ticket", "panel"]})
    assert draw(cohort(jury_last, TIED).lock("rules").lock("pool")) == []
    jury_alone = rules(selection={"ties": ["panel"]})
    assert draw(cohort(jury_alone, TIED).lock("rules").lock("pool")) == []


def test_of_values_whose_outcomes_can_be_worked_out_beforehand() -> None:
    base = cohort(rules(selection=TICKET_ONLY), TIED).lock("rules").lock("pool")

    def plan(value: str, reason: str = "") -> tuple[str | None, list[Finding]]:
        return states.plan_draw(base.program, base.program.stages[0], base.events, base.play(), value, "dice", reason)

    nine: dict[str, Any] = {"value": "123456789", "enough": 10}
    drawn, found = plan("123456789")
    assert (drawn, said(found)) == (None, [("IKM665", "events.yaml", "", nine | {"flag": "--reason"})])
    drawn, found = plan("123456789", "the number of the lottery house")
    assert drawn is not None
    assert said(found, Severity.WARNING) == [("IKM665", "events.yaml", "", nine | {"flag": ""})]
    assert plan("1234567890")[1] == []


def test_of_lots() -> None:
    def lots(base: Cohort, *numbers: str, witness: str = "Camat") -> list[tuple[str, Mapping[str, Any]]]:
        stage = base.program.stages[0]
        return refused(states.refuse_lots(base.program, stage, base.events, base.play(), numbers, witness, ""))

    for_reserves = "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 70\nP5 y 50\nP6 y 40\nP7 y 30\nP8 y 30"
    base = cohort(rules(selection=TICKET_ONLY), for_reserves)
    assert lots(base, "P4", "P3", witness="") == [("IKM523", {})]
    assert lots(base, "P3", "P7") == [("IKM524", {"ties": "P3, P4; P7, P8"})]
    assert lots(cohort(rules(selection=TICKET_ONLY)), "P1") == [("IKM676", {"stage": "s", "flag": ""})]
    panel = cohort(rules(selection={"ties": ["panel"]}), TIED)
    assert lots(panel, "P3", "P2") == [("IKM522", {"stage": "s", "program": "p"})]


def test_of_announcements_and_decisions_on_the_list() -> None:
    nobody, done = cohort(people="P1 x -"), cohort().event("finalize", decree="SK/1")
    assert refused(states.refuse_announce(done.program, done.events, done.play(), DAY)) == [("IKM515", {"stage": "s"})]
    told = cohort().event("announce")
    assert refused(states.refuse_announce(told.program, told.events, told.play(), DAY)) == [("IKM527", {"stage": "s"})]
    assert refused(states.refuse_announce(nobody.program, nobody.events, nobody.play(), DAY)) == [
        ("IKM528", {"stage": "s", "program": "p"}),
    ]
    assert refused(states.refuse_reopen(told.program, told.events, told.play(), "r")) == [("IKM533", {"stage": "s"})]
    assert refused(states.refuse_reopen(done.program, done.events, done.play(), "")) == [("IKM526", {"what": "reopen"})]
    assert refused(states.refuse_void((), "s", "decided", "")) == [
        ("IKM515", {"stage": "s"}), ("IKM525", {"stage": "s"}), ("IKM526", {"what": "void draw"}),
    ]  # fmt: skip


def test_of_finalizing() -> None:
    def finalize(base: Cohort, on: date = date(2025, 10, 9)) -> list[tuple[str, Mapping[str, Any]]]:
        return refused(states.refuse_finalize(base.program, base.program.stages[0], base.events, base.play(), on, ""))

    window = {"schedule": {"objection": {"start": "2025-10-07", "end": "2025-10-09"}}}
    assert finalize(cohort(people=TIED)) == [("IKM529", {"stage": "s", "count": 1, "people": "P2, P3"})]
    told = cohort(rules(**window)).event("announce")
    assert finalize(told) == [("IKM530", {"end": "2025-10-09", "on": "2025-10-09"})]
    assert finalize(told, date(2025, 10, 10)) == []
    never = cohort(rules(**window)), told.event("finalize", decree="SK/1").event("reopen", decree="SK/2", reason="r")
    for base in never:
        assert finalize(base, date(2025, 10, 10)) == [
            ("IKM539", {"stage": "s", "end": "", "command": "ikmctl announce"})
        ], "nobody could object"
    early = cohort(rules(schedule={"announce": "2025-10-12"}))
    found = states.refuse_announce(early.program, early.events, early.play(), date(2025, 10, 11))
    assert said(found, Severity.WARNING) == [
        ("IKM538", "events.yaml", "", {"on": "2025-10-11", "announce": "2025-10-12"}),
    ]
    crowd = "P1 x 90\n" + "\n".join(f"Q{n:02} x -" for n in range(12))
    ten = ", ".join(f"Q{n:02}" for n in range(10))
    assert finalize(cohort(people=crowd)) == [("IKM531", {"count": 12, "people": ten})]
    assert finalize(cohort().event("curate", per_track=1)) == [("IKM532", {"found": 1})]
    assert finalize(cohort().event("finalize", decree="SK/1")) == [("IKM515", {"stage": "s"})]
    assert finalize(cohort(people="P1 x -")) == [("IKM528", {"stage": "s", "program": "p"})]


def test_of_days_that_run_backwards() -> None:
    """What is recorded happened one after the other; a decision may be written down later, which is a warning."""
    base = cohort(rules(later=[{"id": "t", "from": "s"}])).lock("rules")
    rules_lock, pool_lock = (
        base.lock("pool").events[index].model_copy(update={"on": date(2025, 10, 2)}) for index in (0, 1)
    )

    def days(events: Sequence[Event], *decisions: Decision) -> list[Said]:
        found = list(day_faults(base.program.stages[0], events, decisions))
        return said(found, Severity.WARNING)

    before = {"on": "2025-10-01", "latest": "2025-10-02"}
    assert days([rules_lock, pool_lock]) == [], "the same day is no earlier day"
    early = pool_lock.model_copy(update={"on": date(2025, 10, 1)})
    assert days([rules_lock, early]) == [("IKM537", "events.yaml", "1.on", before)]
    assert refused(refuse_day([rules_lock], early)) == [("IKM537", before)]
    assert refuse_day([rules_lock], pool_lock) == []
    assert refuse_day([rules_lock.model_copy(update={"stage": "t"})], early) == []
    assert refuse_day([], early) == []
    assert days([rules_lock, early, pool_lock]) == [("IKM537", "events.yaml", "1.on", before)]
    assert days([rules_lock.model_copy(update={"stage": "t"}), early]) == [], "each stage has days of its own"
    out = cohort().decide("withdraw", "P1").decisions[0].model_copy(update={"on": date(2025, 10, 1)})
    assert days([rules_lock], out) == [("IKM537", "decisions.yaml", "0.on", before)]
    assert days([rules_lock], out.model_copy(update={"on": date(2025, 10, 2)})) == []
    assert days([rules_lock], out.model_copy(update={"stage": "t"})) == []
    counted = pool_lock.decisions.model_copy(update={"count": 1})
    known = pool_lock.model_copy(update={"decisions": counted})
    assert days([known], out) == [], "it stood before the lock"
    assert days([known, rules_lock], out) == []
    assert days([rules_lock, known], out) == [("IKM537", "decisions.yaml", "0.on", before)]


def test_events_of_another_stage_are_not_of_this_one() -> None:
    wrong = cohort().lock("rules").events[0].model_copy(update={"stage": "t", "engine": 9})
    found = event_faults(rules(), rules().stages[0], [wrong], {})
    assert found == []


def test_a_void_takes_back_the_latest_draw_alone() -> None:
    base = cohort(people=TIED)
    first = base.draw().events[-1]
    lots = base.event("draw", what="draw", number=2, lots=["P2", "P3"]).events[-1]
    void = base.event("void", what="draw", number=2, reason="r").events[-1]

    def settled(*events: Event) -> tuple[tuple[Event, ...], Event | None]:
        standing = states.standing_of(events, "s")
        return standing.settled, standing.draw

    assert settled(first, lots) == ((first, lots), first)
    assert settled(first, lots, void) == ((first,), first)
    assert settled(first, lots, void, void) == ((), None)
    assert settled(lots) == ((lots,), None)
    reopened = cohort().event("finalize", decree="SK/1").event("reopen", decree="SK/2", reason="r")
    assert states.standing_of(reopened.events, "s").reopened
    assert not states.standing_of(reopened.events[:1], "s").reopened
