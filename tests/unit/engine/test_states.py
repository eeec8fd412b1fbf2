"""What may follow what: every refusal of locks, draws and states, and the way through when nothing is refused."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis.strategies import lists, sampled_from
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Finding, Severity
from ikmctl.engine import states
from ikmctl.engine.acts import event_faults
from ikmctl.engine.canonical import result_digest
from ikmctl.engine.days import day_faults
from ikmctl.engine.tickets import seed
from tests.unit.engine.replaying import DAY, VALUE, Cohort, cohort, rules

TIED = "P1 x 90\nP2 x 80\nP3 x 80\nP4 x 70\nP5 y 50"
TICKET_ONLY = {"ties": ["ticket"]}


def codes(findings: Sequence[Finding]) -> list[str]:
    return [one.code for one in findings]


def decided() -> Cohort:
    return cohort().event("finalize", decree="SK/1")


def test_states_follow_one_another() -> None:
    standing = states.standing_of((), "s")
    assert (standing.status, standing.frozen, standing.seed) == ("proposed", None, None)
    events = cohort().event("announce").event("finalize", decree="SK/1").event("announce", stage="other").events
    assert states.standing_of(events[:1], "s").status == "announced"
    standing = states.standing_of(events, "s")
    assert (standing.status, standing.frozen) == ("decided", 0)
    reopened = standing.after(events[1].model_copy(update={"event": "reopen"}))
    assert (reopened.status, reopened.frozen) == ("proposed", None)


def test_the_result_is_named_by_its_digest() -> None:
    result = cohort().play()
    assert states.result_of(result) == result_digest(result.selection)


@pytest.mark.parametrize(
    ("base", "number", "reason", "expected"),
    [
        (cohort(), 1, "", []),
        (cohort(), 2, "", ["IKM516"]),
        (cohort(), 2, "because", []),
        (cohort(), 3, "", ["IKM516"]),
        (decided(), 1, "", ["IKM515"]),
    ],
)
def test_locks(base: Cohort, number: int, reason: str, expected: list[str]) -> None:
    event = base.lock("rules", number).events[-1].model_copy(update={"reason": reason})
    assert codes(states.refuse_lock(base.events, event, 3)) == expected


def test_a_pool_of_nobody_is_not_locked() -> None:
    assert codes(states.refuse_lock((), cohort().lock("pool").events[-1], 0)) == ["IKM535"]
    assert codes(states.refuse_lock((), cohort().lock("rules").events[-1], 0)) == []


def test_a_refused_lock_names_what_and_which() -> None:
    event = cohort().lock("pool", 2).events[-1].model_copy(update={"reason": ""})
    assert states.refuse_lock((), event, 3) == [Finding("IKM516", "events.yaml", params={"what": "pool", "number": 2})]


def draw(
    base: Cohort, value: str = VALUE, reason: str = "", source: str = "dice of the Camat"
) -> tuple[str | None, list[str]]:
    stage = base.program.stages[0]
    found, faults = states.plan_draw(base.program, stage, base.events, base.play(), value, source, reason)
    return found, codes(faults)


def test_a_draw_binds_both_locks_and_the_value() -> None:
    base = cohort(rules(selection=TICKET_ONLY), TIED).lock("rules").lock("pool")
    expected = seed("p", "s", base.digest("rules"), base.digest("pool"), VALUE)
    assert draw(base) == (expected, [])
    assert draw(base, " 8392 " + "01746592" + "01746382") == (expected, [])


def test_a_draw_needs_locks_that_still_fit() -> None:
    base = cohort(rules(selection=TICKET_ONLY), TIED)
    assert draw(base) == (None, ["IKM519"])
    assert draw(base.lock("rules")) == (None, ["IKM519"])
    assert draw(base.lock("rules").lock("pool").decide("withdraw", "P5")) == (None, ["IKM520"])
    other = cohort(rules(selection=TICKET_ONLY, as_of="2025-01-01"), TIED).lock("rules").lock("pool").events
    assert draw(Cohort(base.program, base.participants, base.marks, (), other)) == (None, ["IKM520"])


def test_a_draw_is_made_once_with_a_plain_value_and_not_on_a_decided_list() -> None:
    base = cohort(rules(selection=TICKET_ONLY), TIED).draw()
    assert draw(base) == (None, ["IKM518"])
    assert draw(cohort(rules(selection=TICKET_ONLY), TIED).lock("rules").lock("pool"), "12-34") == (None, ["IKM517"])
    late = cohort(rules(selection=TICKET_ONLY), TIED).lock("rules").lock("pool").event("finalize", decree="SK/1")
    assert draw(late) == (None, ["IKM515"])


def test_a_draw_says_where_its_value_comes_from() -> None:
    base = cohort(rules(selection=TICKET_ONLY), TIED).lock("rules").lock("pool")
    assert draw(base, source=" ") == (None, ["IKM536"])
    assert draw(base, "7", source="") == (None, ["IKM536", "IKM665"]), "all at once"


def test_a_draw_without_an_open_tie_needs_a_reason() -> None:
    base = cohort(rules(selection=TICKET_ONLY)).lock("rules").lock("pool")
    assert draw(base) == (None, ["IKM676"])
    drawn, said = draw(base, reason="drawn before the audience, for ties that may come")
    assert (drawn is not None, said) == (True, ["IKM676"])


def test_nothing_is_drawn_where_no_list_can_keep_the_rules_whatever_the_reason() -> None:
    impossible = {**TICKET_ONLY, "balance": [{"field": "gender", "value": "female", "min": "5"}]}
    base = cohort(rules(selection=impossible), TIED)
    assert base.play().selection.infeasible
    assert draw(base.lock("rules").lock("pool"), reason="drawn before the audience") == (None, ["IKM676"])


def test_the_jury_is_asked_before_the_draw() -> None:
    base = cohort(people=TIED).lock("rules").lock("pool")
    assert draw(base) == (None, ["IKM521"])
    assert draw(base, reason="the jury declined")[1] == []
    settled = cohort(people=TIED).decide("order", "P3", "P2").lock("rules").lock("pool")
    assert draw(settled) == (None, ["IKM676"])


def lots(base: Cohort, *numbers: str, witness: str = "Camat", reason: str = "") -> list[str]:
    stage = base.program.stages[0]
    return codes(states.refuse_lots(base.program, stage, base.events, base.play(), numbers, witness, reason))


def test_lots_name_everybody_of_one_open_tie_before_a_witness() -> None:
    base = cohort(rules(selection=TICKET_ONLY), TIED)
    assert lots(base, "P3", "P2") == []
    assert lots(base, "P3", "P2", witness="") == ["IKM523"]
    assert lots(base, "P3") == ["IKM524"]
    assert lots(base, "P3", "P2", "P2") == ["IKM524"]
    assert lots(base, "P3", "P4") == ["IKM524"]
    assert lots(cohort(), "P1", "P2", reason="r") == ["IKM676"]
    assert lots(cohort(people=TIED), "P3", "P2") == ["IKM521"]
    assert lots(cohort(people=TIED), "P3", "P2", reason="declined") == []


def test_lots_need_the_word_ticket_or_a_lottery() -> None:
    assert lots(cohort(rules(selection={"ties": ["panel"]}), TIED), "P3", "P2") == ["IKM522"]
    lottery = cohort(rules(selection={"ties": ["panel"], "mode": "lottery"}), "P1 x 1\nP2 x 2\nP3 x 3")
    assert lots(lottery, "P1", "P2", "P3") == []
    assert lots(decided(), "P1", "P2", reason="r") == ["IKM515", "IKM676"]


def test_void() -> None:
    drawn = cohort(rules(selection=TICKET_ONLY), TIED).draw()
    assert states.refuse_void(drawn.events, "s", "proposed", "r") == []
    assert codes(states.refuse_void(drawn.events, "s", "proposed", "")) == ["IKM526"]
    assert codes(states.refuse_void((), "s", "decided", "r")) == ["IKM515", "IKM525"]


WINDOW = {"schedule": {"objection": {"start": "2025-10-07", "end": "2025-10-09"}}}


def tell(base: Cohort, on: date = date(2025, 10, 6)) -> Cohort:
    """Announce the list as it is."""
    return base.event("announce", on=on, result=states.result_of(base.play()))


def test_announce() -> None:
    def announce(base: Cohort, on: date = date(2025, 10, 5)) -> list[str]:
        return codes(states.refuse_announce(base.program, base.events, base.play(), on))

    assert announce(cohort()) == []
    assert announce(cohort().event("announce")) == ["IKM527"]
    assert announce(decided()) == ["IKM515"]
    assert announce(cohort(people="P1 x -")) == ["IKM528"]
    assert announce(cohort(people=TIED)) == ["IKM529"], "nobody knows yet whose list it would be"
    told = tell(cohort())
    assert announce(told) == ["IKM527"]
    assert announce(told.decide("withdraw", "P1")) == [], "another list than the one that was announced"
    assert announce(told.decide("withdraw", "P1").decide("reinstate", "P1")) == ["IKM527"], "the same again"
    late = cohort(rules(**WINDOW))
    assert announce(late, date(2025, 10, 9)) == []
    assert announce(late, date(2025, 10, 10)) == ["IKM539"], "a warning: nobody can object any more"
    promised = cohort(rules(schedule={"announce": "2025-10-06"}))
    assert announce(promised) == ["IKM538"], "a day early, a warning"
    assert announce(promised, date(2025, 10, 6)) == []


def finalize(base: Cohort, on: date = date(2025, 10, 10), reason: str = "") -> list[str]:
    return codes(states.refuse_finalize(base.program, base.program.stages[0], base.events, base.play(), on, reason))


def test_finalize_waits_for_ties_window_and_pending_people() -> None:
    assert finalize(cohort()) == []
    assert finalize(cohort(people=TIED)) == ["IKM529"]
    assert finalize(cohort(people=TIED), reason="r") == ["IKM529"]
    announced = cohort(rules(**WINDOW)).event("announce")
    assert finalize(announced) == []
    assert finalize(announced, date(2025, 10, 9)) == ["IKM530"]
    assert finalize(announced, date(2025, 10, 9), "urgent") == []
    assert finalize(cohort(rules(**WINDOW))) == ["IKM539"]
    assert finalize(cohort(rules(**WINDOW)), reason="urgent") == []
    pending = cohort(people="P1 x 90\nP2 x -")
    assert finalize(pending) == ["IKM531"]
    assert finalize(pending.event("curate", accept_pending=["P2"])) == ["IKM531"]
    assert finalize(pending, reason="absent") == []


def test_finalize_asks_whether_people_could_object_to_the_list_as_it_stands() -> None:
    """The list that was announced, in time; anything else needs a reason where a window is promised."""
    base = cohort(rules(**WINDOW))
    changed = tell(base).decide("withdraw", "P1")
    assert finalize(changed) == ["IKM539"]
    assert finalize(changed, reason="objection 1 was upheld") == []
    assert finalize(tell(changed, date(2025, 10, 9))) == [], "announced again while the window was open"
    late = tell(changed, date(2025, 10, 10))
    told = states.refuse_finalize(
        late.program, late.program.stages[0], late.events, late.play(), date(2025, 10, 11), ""
    )
    assert told == [Finding("IKM539", "events.yaml", params={"stage": "s", "end": "2025-10-09", "command": ""})]
    assert finalize(late, date(2025, 10, 11), "r") == []
    assert finalize(tell(cohort()).decide("withdraw", "P1")) == [], "no window is promised"
    again = tell(base).event("finalize", decree="1").event("reopen", decree="2", reason="r")
    assert finalize(again) == ["IKM539"], "what was announced before the list was opened again does not count"


def test_finalize_asks_about_another_quota_and_a_list_that_is_none() -> None:
    assert finalize(cohort().event("curate", per_track=1)) == ["IKM532"]
    assert finalize(cohort().event("curate", per_track=2)) == []
    told = states.refuse_finalize(cohort().program, cohort().program.stages[0], (),
                                  cohort().event("curate", per_track=1).play(), date(2025, 10, 10), "")  # fmt: skip
    assert told == [Finding("IKM532", "events.yaml", params={"found": 1})]
    tracks = [{"id": name, "name": name, "quota": quota} for name, quota in (("x", "2"), ("y", "3"))]
    assert finalize(cohort(rules(tracks=tracks)).event("curate", per_track=2)) == ["IKM532"]
    assert finalize(cohort().event("curate", per_track=1), reason="r") == []
    assert finalize(decided()) == ["IKM515"]
    assert finalize(cohort(people="P1 x -")) == ["IKM528"]


def test_reopen() -> None:
    def reopen(base: Cohort, reason: str) -> list[str]:
        return codes(states.refuse_reopen(base.program, base.events, base.play(), reason))

    assert reopen(cohort(), "r") == ["IKM533"]
    assert reopen(decided(), "") == ["IKM526"]
    assert reopen(decided(), "r") == []


def test_a_stage_is_not_reopened_under_a_decided_one_that_is_built_on_it() -> None:
    later = decided().program.stages[0].model_copy(update={"id": "t", "from_stage": "s"})
    beside = later.model_copy(update={"id": "u", "from_stage": None})
    both = decided().program.model_copy(update={"stages": (decided().program.stages[0], later, beside)})

    def reopen(*ends: str) -> list[Finding]:
        base = replace(decided(), program=both)
        for stage in ends:
            base = base.event("finalize", stage=stage, decree="SK/2")
        return states.refuse_reopen(both, base.events, base.play(), "r")

    assert reopen() == reopen("u") == []
    assert reopen("t") == [Finding("IKM640", "events.yaml", params={"stage": "s", "later": "t"})]


def orders(base: Cohort) -> list[str]:
    return [one for one in base.faults() if one.startswith("IKM544")]


def test_acts_that_no_command_writes_where_they_stand() -> None:
    done = cohort().event("finalize", decree="1")
    assert orders(done.event("finalize", decree="2")) == ["IKM544 1"]
    assert orders(done.event("announce")) == ["IKM544 1"]
    assert orders(done.lock("rules")) == ["IKM544 1"]
    assert orders(done.event("draw", what="draw", number=1, lots=["P1", "P2"])) == ["IKM544 1"]
    assert orders(cohort().event("reopen", decree="2", reason="r")) == ["IKM544 0"]
    assert orders(cohort().event("void", what="draw", reason="r")) == ["IKM544 0"]
    drawn = cohort(rules(selection=TICKET_ONLY), TIED).draw()
    twice = drawn.event("draw", what="draw", number=2, value=drawn.events[-1].value, seed=drawn.events[-1].seed)
    assert orders(twice) == ["IKM544 3"]
    other = cohort(rules(later=[{"id": "t", "from": "s"}])).event("finalize", decree="1").event("announce", "t")
    assert orders(other) == [], "each stage has an order of its own"
    told = [one for one in done.event("announce").play().findings if one.code == "IKM544"]
    assert dict(told[0].params) == {
        "act": "announce", "stage": "s", "on": "2025-10-01", "decided": "yes", "open": "", "drawn": "", "undrawn": "",
    }  # fmt: skip


@given(lists(sampled_from(("rules", "pool", "draw", "void", "curate", "announce", "finalize", "reopen")), max_size=14))
def test_no_order_that_commands_allow_is_a_fault(acts: list[str]) -> None:
    """Whatever is asked for: what no command refuses is never called impossible afterwards."""
    base = cohort(rules(selection=TICKET_ONLY), TIED)
    stage = base.program.stages[0]
    for act in acts:
        result = base.play()
        if act in ("rules", "pool"):
            after = base.lock(act, 1 + sum(one.what == act for one in base.events))
            refused = states.refuse_lock(base.events, after.events[-1], 7)
        elif act == "draw":
            found, refused = states.plan_draw(base.program, stage, base.events, result, VALUE, "dice", "r")
            after = base.event("draw", what="draw", number=1, value=VALUE, seed=found) if found else base
        elif act == "void":
            refused = states.refuse_void(base.events, "s", result.status, "r")
            after = base if refused else base.event("void", what="draw", reason="r")
        elif act == "announce":
            refused, after = states.refuse_announce(base.program, base.events, result, DAY), tell(base, DAY)
        elif act == "finalize":
            refused = states.refuse_finalize(base.program, stage, base.events, result, DAY, "r")
            after = base.event("finalize", decree="1", result=states.result_of(result))
        elif act == "reopen":
            refused, after = (
                states.refuse_reopen(base.program, base.events, result, "r"),
                base.event("reopen", decree="2", reason="r"),
            )
        else:
            refused, after = [], base.event("curate", per_track=2)
        base = base if any(one.severity is Severity.ERROR for one in refused) else after
    assert orders(base) == []


def test_faults_of_one_stage_are_found_among_the_events_of_others() -> None:
    base = cohort()
    others = base.event("announce", stage="other").lock("rules").events
    wrong = others[1].model_copy(update={"engine": 7})
    faults = event_faults(base.program, base.program.stages[0], (others[0], wrong), {})
    assert [(one.code, one.path, one.params) for one in faults] == [
        ("IKM508", (1, "decisions"), {"count": 0}),
        ("IKM514", (1, "engine"), {"found": 7, "known": 1}),
    ]


def test_days_of_one_stage_are_told_beside_those_of_others_and_of_decisions_that_are_gone() -> None:
    early, late = date(2025, 9, 30), date(2025, 10, 2)
    base = cohort().event("announce", stage="other", on=early).decide("withdraw", "P1").event("curate", on=early)
    base = base.decide("withdraw", "P2").event("announce", on=late).event("curate", on=early)
    stage = base.program.stages[0]
    told = Finding("IKM537", "events.yaml", (3, "on"), {"on": "2025-09-30", "latest": "2025-10-02"}, Severity.WARNING)
    assert list(day_faults(stage, base.events, base.decisions)) == [told]
    assert list(day_faults(stage, base.events, base.decisions[:1])) == [told]
    after = base.decide("withdraw", "P3")  # of 1 October, written down after an event of the second
    days = {"on": "2025-10-01", "latest": "2025-10-02"}
    written_late = Finding("IKM537", "decisions.yaml", (2, "on"), days, Severity.WARNING)
    assert list(day_faults(stage, after.events, after.decisions)) == [told, written_late]


def test_who_was_accepted_as_absent_and_has_come_in_holds_nothing_up() -> None:
    """P2 was pending when the list was made without them; now the mark is there."""
    late = cohort(rules(), "P1 x 90\nP2 x -\nP5 y 50").event("curate", accept_pending=["P2"], reason="r")
    now = replace(late, marks=cohort(rules(), "P1 x 90\nP2 x 80\nP5 y 50").marks)
    stage = late.program.stages[0]
    found = [states.refuse_finalize(one.program, stage, one.events, one.play(), DAY, "") for one in (late, now)]
    assert [codes(one) for one in found] == [["IKM531"], []]
