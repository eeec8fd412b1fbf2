"""Decisions and events folded over marks and facts."""

import pytest
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Finding, Severity
from ikmctl.domain.mark import Mark
from ikmctl.domain.partner import Partners
from ikmctl.domain.selection import TieBlock
from ikmctl.engine.canonical import result_digest
from ikmctl.engine.matching import match_all
from ikmctl.engine.tickets import ticket
from tests.unit.engine.replaying import PEOPLE, VALUE, cohort, numbers, rules

TIED = "P1 x 90\nP2 x 80\nP3 x 80\nP4 x 70\nP5 y 50"


def test_without_decisions_it_is_the_walk() -> None:
    result = cohort().play()
    assert numbers(result.selection.selected) == "P1 P2 P5 P6"
    assert numbers(result.selection.reserves) == "P3 P7"
    assert (result.status, result.seed, result.per_track, result.findings) == ("proposed", None, None, ())


def test_who_withdraws_is_out_and_who_is_reinstated_is_back() -> None:
    base = cohort().decide("withdraw", "P1")
    assert numbers(base.play().selection.selected) == "P2 P3 P5 P6"
    assert base.play().selection.entries["P1"].because == "withdrawn"
    back = base.decide("reinstate", "P1")
    assert numbers(back.play().selection.selected) == "P1 P2 P5 P6"
    assert cohort().decide("reinstate", "P1").faults() == ["IKM501 0"]


def test_a_disqualified_person_may_be_admitted_again() -> None:
    again = cohort().decide("disqualify", "P1").decide("admit", "P1", seat="quota")
    assert numbers(again.play().selection.selected) == "P1 P2 P5 P6"
    assert again.play().selection.entries["P1"].because == "decision"


def test_an_admission_that_a_limit_forbids_is_a_fault() -> None:
    base = cohort(
        rules(selection={"balance": [{"field": "gender", "value": "male", "max": "0"}]}), "P1 x 90\nP2 x 1 gender=male"
    )
    assert base.decide("admit", "P2", seat="extra").faults() == ["IKM506 0"]
    assert base.decide("withdraw", "P1").decide("admit", "P2", seat="quota").faults() == ["IKM506 1"]


def test_a_correction_is_scored_and_walked_again() -> None:
    fixed = cohort().decide("correct", "P4", mark="test", old="60", new="95")
    assert numbers(fixed.play().selection.selected) == "P4 P1 P5 P6"
    assert fixed.faults() == []
    assert cohort().decide("correct", "P4", mark="test", old="61", new="95").faults() == ["IKM505 0"]
    assert cohort().decide("correct", "P99", mark="test", old="61", new="95").faults() == ["IKM500 0"]


def test_a_seat_named_by_another_act_admits_nobody() -> None:
    fixed = cohort().decide("correct", "P4", mark="test", old="60", new="61", seat="extra")
    assert numbers(fixed.play().selection.selected) == "P1 P2 P5 P6"


def test_a_mark_can_be_added_and_taken_away_by_correction() -> None:
    late = cohort(people="P1 x -\nP2 x 50").decide("correct", "P1", mark="test", old="", new="70")
    assert numbers(late.play().selection.selected) == "P1 P2"
    gone = cohort().decide("correct", "P1", mark="test", old="90", new="")
    assert gone.play().selection.entries["P1"].result == "pending"
    assert gone.play().selection.pending == ("P1",)


@pytest.mark.parametrize(
    ("name", "value", "track"), [("track", "y", "y"), ("gender", "female", "x"), ("gender", "", "x")]
)
def test_facts_are_corrected_too(name: str, value: str, track: str) -> None:
    base = cohort(people="P1 x 90 gender=male\nP2 x 80")
    fixed = base.decide("correct", "P1", field=name, old="x" if name == "track" else "male", new=value)
    result = fixed.play()
    assert result.given is not None
    assert result.given.people["P1"].fact(name) == (value or None)
    assert result.selection.entries["P1"].track == track
    assert fixed.faults() == []


def test_the_jury_settles_a_tie() -> None:
    base = cohort(people=TIED)
    assert base.play().selection.undecided[0] == TieBlock("x", 1, ("P2", "P3"))
    assert numbers(base.decide("order", "P3", "P2").play().selection.selected) == "P1 P3 P5"
    assert base.decide("order", "P1", "P2").faults() == ["IKM502 0"]
    assert cohort(rules(selection={"ties": ["ticket"]}), TIED).decide("order", "P3", "P2").faults() == ["IKM503 0"]


def test_a_draw_settles_ties_by_tickets_and_is_recomputed() -> None:
    drawn = cohort(people=TIED).draw()
    result = drawn.play()
    assert result.seed is not None
    first = min(("P2", "P3"), key=lambda number: ticket(result.seed or "", number))
    assert numbers(result.selection.selected) == f"P1 {first} P5"
    assert result.selection.entries[first].because == "draw"
    assert drawn.faults() == []


def test_lots_drawn_by_hand_settle_one_tie() -> None:
    drawn = cohort(people=TIED).event("draw", what="draw", number=1, lots=["P3", "P2"], witness="Camat")
    assert numbers(drawn.play().selection.selected) == "P1 P3 P5"
    assert drawn.play().seed is None
    assert drawn.event("void", what="draw", number=1, reason="r").play().selection.undecided


def test_a_void_draw_counts_no_more_and_the_one_before_does() -> None:
    first = cohort(people=TIED).draw()
    voided = first.event("void", what="draw", number=1, reason="r")
    assert voided.play().seed is None
    lots = voided.event("draw", what="draw", number=2, lots=["P2", "P3"], witness="Camat")
    assert numbers(lots.play().selection.selected) == "P1 P2 P5"
    both = first.event("draw", what="draw", number=2, lots=["P2", "P3"], witness="Camat")
    assert both.play().seed == first.play().seed
    assert both.event("void", what="draw", number=2, reason="r").play().seed == first.play().seed


@pytest.mark.parametrize("method", ["saw", "wp", "topsis"])
@pytest.mark.parametrize("scale", [None, {"linear": ["0", "100"]}])
def test_under_a_relative_method_a_value_to_come_may_change_every_score(
    method: str, scale: dict[str, list[str]] | None
) -> None:
    """P2 has the 10 that P1 has, and with a `b` of 100 would leave P1 far behind: so P2 may still be selected."""
    criteria = [
        {"id": name, "source": f"marks.{name}", "direction": "benefit", "weight": "1", "missing": "pending",
         **({"scale": scale} if scale else {})}
        for name in "ab"
    ]  # fmt: skip
    spec = {"per": "participant", "stage": "s", "min": "0", "max": "100"}
    base = rules(stage={"criteria": criteria, "method": method}, marks={"a": spec, "b": spec},
                 tracks=[{"id": "x", "name": "x", "quota": "1"}], selection={"ties": ["a", "ticket"]})  # fmt: skip
    values = {"P1": "10 10", "P2": "10", "P3": "5 5"}
    marks = [Mark(number, name, "", "", value) for number, text in values.items()
             for name, value in zip("ab", text.split(), strict=False)]  # fmt: skip
    open_ = replace(cohort(base, "P1 x -\nP2 x -\nP3 x -"), marks=tuple(marks))
    assert numbers(open_.play().selection.selected) == "P1"
    assert open_.play().selection.pending == ("P2",)
    come = replace(open_, marks=(*marks, Mark("P2", "b", "", "", "100")))
    assert numbers(come.play().selection.selected) == "P2"


def test_who_enters_after_the_draw_ranks_last_in_a_tie() -> None:
    base = cohort(people=TIED).decide("withdraw", "P2").decide("withdraw", "P3").draw()
    for one in ("P2", "P3"):
        other = "P3" if one == "P2" else "P2"
        early = replace(base, decisions=base.decisions[:0], events=()).decide("withdraw", one).draw()
        back = early.decide("reinstate", one)
        assert numbers(back.play().selection.selected) == f"P1 {other} P5"
    corrected = cohort(people="P1 x 90\nP2 x 80\nP3 x 60\nP4 x 70\nP5 y 50").draw()
    corrected = corrected.decide("correct", "P3", mark="test", old="60", new="80")
    assert corrected.play().given is not None
    assert corrected.play().given.settled.late == frozenset()  # type: ignore[union-attr]  # a stage that is played has its inputs
    fresh = cohort(people="P1 x 90\nP2 x 80\nP3 x -\nP4 x 70\nP5 y 50").draw()
    fresh = fresh.decide("correct", "P3", mark="test", old="", new="80")
    assert numbers(fresh.play().selection.selected) == "P1 P2 P5"
    other = cohort(people="P1 x 90\nP2 x -\nP3 x 80\nP4 x 70\nP5 y 50").draw().decide("withdraw", "P4")
    other = other.decide("correct", "P2", mark="test", old="", new="80")
    assert numbers(other.play().selection.selected) == "P1 P3 P5"
    admitted = cohort(people="P1 x 90\nP2 x 80\nP3 x -\nP5 y 50").draw().decide("admit", "P3", seat="extra")
    assert admitted.play().given.settled.late == {"P3"}  # type: ignore[union-attr]  # a stage that is played has its inputs
    assert cohort(people=TIED).draw().decide("withdraw", "P4").play().given.settled.late == frozenset()  # type: ignore[union-attr]  # a stage that is played has its inputs


def test_options_of_curate_stand_until_the_next_curate() -> None:
    one = cohort().event("curate", per_track=1, accept_pending=["P9"])
    assert numbers(one.play().selection.selected) == "P1 P5"
    assert (one.play().per_track, one.play().accept_pending) == (1, ("P9",))
    assert numbers(one.event("curate").play().selection.selected) == "P1 P2 P5 P6"


def test_a_decided_list_is_frozen_and_reserves_move_up() -> None:
    done = cohort().event("announce").event("finalize", decree="SK/1")
    assert done.play().status == "decided"
    later = done.decide("withdraw", "P1")
    assert numbers(later.play().selection.selected) == "P2 P3 P5 P6"
    assert later.play().selection.entries["P3"].because == "reserve"
    assert done.decide("correct", "P4", mark="test", old="60", new="95").faults() == ["IKM504 0"]
    assert done.decide("order", "P1", "P2").faults() == ["IKM504 0"]
    assert done.decide("admit", "P4", seat="quota").faults() == ["IKM506 0"]


def test_reopening_makes_later_decisions_count_as_earlier_ones() -> None:
    done = cohort().event("announce").event("finalize", decree="SK/1").decide("withdraw", "P1")
    again = done.event("reopen", decree="SK/2", reason="r")
    assert again.play().status == "proposed"
    assert again.play().selection.entries["P3"].because == "place"


def test_a_decided_list_that_is_no_longer_the_same_is_noticed() -> None:
    base = cohort()
    done = base.event("finalize", decree="SK/1", result=result_digest(base.play().selection))
    assert done.faults() == []
    marks = (Mark("P4", "test", "", "", "99"), *(one for one in base.marks if one.number != "P4"))
    assert replace(done, marks=marks).faults() == ["IKM510 0"]


def test_locks_notice_what_changed_after_them() -> None:
    locked = cohort().lock("rules").lock("pool")
    assert locked.faults() == []
    assert replace(locked, program=rules(as_of="2025-09-30")).faults() == ["IKM512 0"]
    marks = (*locked.marks[1:], locked.marks[0]._replace(value="91"))
    assert replace(locked, marks=marks).faults() == ["IKM513 1"]
    assert locked.decide("withdraw", "P7").faults() == []
    mended = replace(locked, marks=marks).lock("pool", 2)
    assert mended.faults() == []


def test_a_changed_beginning_of_the_decisions_is_noticed() -> None:
    base = cohort().decide("withdraw", "P7").event("announce")
    assert base.faults() == []
    other = cohort().decide("withdraw", "P6")
    assert replace(base, decisions=other.decisions).faults() == ["IKM508 0"]
    assert replace(base, decisions=()).faults() == ["IKM508 0"]


def test_recorded_draws_are_recomputed() -> None:
    drawn = cohort(people=TIED).draw()
    forged = drawn.events[-1].model_copy(update={"seed": "0" * 64})
    assert replace(drawn, events=(*drawn.events[:-1], forged)).faults() == ["IKM511 2"]
    strange = drawn.events[-1].model_copy(update={"value": "no-such"})
    assert replace(drawn, events=(*drawn.events[:-1], strange)).faults() == ["IKM511 2"]
    assert replace(drawn, events=drawn.events[1:]).faults() == ["IKM519 1"]
    assert replace(drawn, events=(drawn.events[0], drawn.events[2])).faults() == ["IKM519 1"]


def test_an_engine_of_another_version_is_not_understood() -> None:
    locked = cohort().lock("rules")
    later = locked.events[0].model_copy(update={"engine": 2})
    assert replace(locked, events=(later,)).faults() == ["IKM514 0"]


def test_rules_that_cannot_be_kept_are_an_error_or_a_note() -> None:
    rule = {"balance": [{"field": "gender", "value": "female", "min": "1"}]}
    impossible = cohort(rules(selection=rule)).play()
    place = "program.yaml", ("stages", 0, "selection")
    params = {"rules": "gender", "stage": "s"}
    assert impossible.findings == (Finding("IKM509", *place, params | {"cause": ""}, Severity.ERROR),)
    asks = {"eligibility": [{"rule": "range", "field": "age", "min": "80", "missing": "reject"}]}
    out = cohort(rules(selection=rule, stage=asks), "P1 x 90\nP2 x 80").play()
    assert out.findings[0].params["cause"] == "`range` (2)", "more are out than in, and this rule is why"
    half = cohort(rules(selection=rule, stage=asks), "P1 x 90 age=81\nP2 x 80").play()
    assert half.findings[0].params["cause"] == "", "as many are in as out"
    hopeful = cohort(rules(selection=rule), "P1 x 90\nP2 x - gender=female").play()
    assert hopeful.findings == (Finding("IKM675", *place, params | {"count": 1}, Severity.NOTE),)


def test_a_class_that_cannot_open_is_named_with_how_many_lack() -> None:
    track = {"id": "x", "name": "X", "quota": {"min": "3", "max": "5"}}
    closed = cohort(rules(tracks=[track]), "P1 x 90\nP2 x -").play()
    assert [(one.code, one.severity, one.path) for one in closed.findings] == [
        ("IKM664", "error", ("tracks", 0, "quota"))
    ]
    assert closed.findings[0].params == {"track": "X", "least": 3, "eligible": 1, "pending": "1"}
    hopeful = cohort(rules(tracks=[track]), "P1 x 90\nP2 x -\nP3 x 80").play()
    assert [(one.code, one.severity) for one in hopeful.findings] == [("IKM664", "note")]
    by_stage = cohort(rules(tracks=[], stage={"quota": {"min": "3", "max": "5"}}), "P1 x 90").play()
    assert by_stage.findings[0].path == ("stages", 0, "quota")
    rule = {"balance": [{"field": "gender", "value": "female", "min": "3"}]}
    both = cohort(rules(tracks=[track], selection=rule), "P1 x 90\nP2 x 80\nP3 x 70")
    assert both.faults() == ["IKM509 stages"]


def test_a_search_given_up_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ikmctl.engine.selection.simplex.Simplex.solve", lambda *_: None)
    given_up = Finding("IKM534", "program.yaml", ("stages", 0, "selection"), {"stage": "s"})
    assert cohort().play().findings == (given_up,)


SECOND = {
    "id": "final",
    "from": "s",
    "quota": "1",
    "criteria": [
        {
            "id": "carried",
            "source": "stage.s.score",
            "direction": "benefit",
            "scale": {"linear": ["0", "100"]},
            "weight": "1",
            "missing": "reject",
        }
    ],
}


def test_a_later_stage_starts_from_the_decided_list_with_its_tracks() -> None:
    base = cohort(rules(later=[SECOND, {"id": "links", "kind": "match"}], selection={"second_choice": "true"}))
    assert list(base.results()) == ["s"]
    people = tuple(replace(one, track="x", track_2="y") for one in base.participants)
    marks = base.marks
    done = replace(base, participants=people, marks=marks).event("finalize", decree="SK/1")
    result = done.play("final")
    assert numbers(result.selection.selected) == "P1 P3"
    assert [one.track for one in result.selection.selected] == ["x", "y"]
    assert result.selection.entries["P2"].because == "reserve"
    assert "P7" not in result.selection.entries
    assert result.evaluation.cards["P1"].key == 90 * 10000
    left = done.decide("withdraw", "P1").play("final")
    assert numbers(left.selection.selected) == "P2 P3"


def test_without_tracks_a_later_stage_has_the_implied_one() -> None:
    base = cohort(rules(tracks=[], later=[SECOND])).event("finalize", decree="SK/1")
    assert numbers(base.play("final").selection.selected) == "P1"


def test_the_value_of_a_draw_is_hashed_as_letters_and_digits() -> None:
    spaced = cohort(people=TIED).draw()
    again = replace(spaced, events=(*spaced.events[:-1], spaced.events[-1].model_copy(update={"value": f" {VALUE} "})))
    assert again.faults() == []


def test_an_admission_without_a_track_is_a_fault_and_the_person_stays_pending() -> None:
    """Nothing is lost in silence: P8 still waits for their track, and whoever finalizes the list is told so."""
    lost = cohort(people=f"{PEOPLE}\nP8 elsewhere 95").decide("admit", "P8", seat="extra")
    assert lost.faults() == ["IKM540 0"]
    assert lost.play().selection.pending == ("P8",)
    assert lost.decide("withdraw", "P8").faults() == []


def test_whose_first_order_is_missing_could_still_be_the_first_of_all() -> None:
    """P4 is last by `b`, but what has not come in is `a`, which counts before it."""
    stage = {"criteria": [], "order": [{"by": "fields.a"}, {"by": "fields.b"}]}
    program = rules(
        stage=stage,
        fields=[{"id": name, "type": "integer"} for name in "ab"],
        tracks=[{"id": "x", "name": "x", "quota": "2"}],
    )
    people = "P1 x - a=1 b=5\nP2 x - a=2 b=1\nP3 x - a=3 b=2"
    assert cohort(program, f"{people}\nP4 x - b=9").play().selection.pending == ("P4",)
    assert cohort(program, f"{people}\nP4 x - a=3").play().selection.pending == ()
    assert cohort(program, f"{people}\nP4 x - a=2").play().selection.pending == ("P4",)


def test_a_score_from_the_stage_before_is_in_the_proof_of_the_stage_that_uses_it() -> None:
    """P4 came in after the decision: no digest of the first stage knows their score."""
    people = "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 60"
    done = cohort(rules(later=[SECOND]), people).event("finalize", decree="SK/1").decide("admit", "P4", seat="extra")
    marks = tuple(one._replace(value="95") if one.number == "P4" else one for one in done.marks)
    forged = replace(done, marks=marks)
    before, after = done.play("final"), forged.play("final")
    assert (numbers(before.selection.selected), numbers(after.selection.selected)) == ("P1", "P4")
    assert before.pool != after.pool
    locked = done.event("lock", "final", what="pool", number=1, engine=1, pool=before.pool, reason="r")
    assert (locked.faults("final"), replace(locked, marks=marks).faults("final")) == ([], ["IKM513 1"])


def test_a_corrected_fact_stands_in_the_stages_that_follow() -> None:
    second = {"id": "final", "from": "s", "quota": "1", "order": [{"by": "fields.nomination_rank"}]}
    links = {"id": "links", "kind": "match", "from": "s"}
    people = "P1 x 90 nomination_rank=1\nP2 x 80 nomination_rank=2"
    base = cohort(rules(later=[second, links]), people)
    fixed = base.decide("correct", "P1", field="nomination_rank", old="1", new="3").event("finalize", decree="SK/1")
    result = fixed.play("final")
    assert [one.fact("nomination_rank") for one in result.people] == ["3", "2"]
    assert numbers(result.selection.selected) == "P2"
    again = fixed.decide("correct", "P1", stage="final", field="nomination_rank", old="3", new="1")
    assert (again.faults("final"), numbers(again.play("final").selection.selected)) == ([], "P1")
    partners = Partners.model_construct()
    matched = match_all(fixed.program, fixed.participants, (), fixed.decisions, fixed.events, partners, fixed.results())
    assert [one.fact("nomination_rank") for one in matched["links"].people] == ["3", "2"]
