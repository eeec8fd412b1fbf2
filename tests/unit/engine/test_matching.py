"""Members beside demand lines, with figures worked out by hand."""

from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.match import Pair, Why
from ikmctl.domain.participant import Participant
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Reason, Verdict
from ikmctl.domain.scorecard import Points, ScoreCard
from ikmctl.domain.selection import Because, Entry, Selection
from ikmctl.engine.canonical import decisions_digest
from ikmctl.engine.matching import MatchResult, Offer, line_facts, match_all, pair_up
from ikmctl.engine.matching.appraise import lacking
from ikmctl.engine.matching.explain import explain_line, explain_member
from ikmctl.engine.replay import replay
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES

KURSI = {"id": "kursi", "product": "Kursi", "kbli": "31001", "volume": "100", "unit": "pcs", "papers": ["SVLK"]}
MEJA = {"id": "meja", "product": "Meja", "kbli": "31001", "volume": "50", "unit": "pcs"}
STAGE: dict[str, Any] = {
    "id": "partners",
    "kind": "match",
    "lines_per_member": "fields.lines",
    "eligibility": [{"rule": "consent"}, {"rule": "kbli"}, {"rule": "papers", "severity": "fix"}],
    "criteria": [
        {"id": "volume", "source": {"ratio": ["fields.capacity", "line.volume"]}, "direction": "benefit",
         "scale": {"linear": ["0", "1"]}, "weight": "1", "missing": "pending", "threshold": "0.2"},
    ],
}  # fmt: skip


def program(**stage: Any) -> Program:
    body = {
        "id": "kemitraan", "title": "Kemitraan", "as_of": "2025-10-01", "unit": "business", "identity": "nib",
        "fields": [{"id": "lines", "type": "integer"}], "stages": [{**STAGE, **stage}],
    }  # fmt: skip
    return Program.model_validate(body, context={"rules": RULES, "scales": SCALES})


def member(number: str, **facts: str) -> Participant:
    plain = {"kbli": "31001", "consent": "true", "lines": "1", "licences": "SVLK", "capacity": "50"}
    return Participant(number, facts={name: text for name, text in {**plain, **facts}.items() if text})


def partners(*lines: dict[str, Any]) -> Partners:
    return Partners.model_validate({"firms": [{"id": "pt-contoh", "name": "PT Contoh", "lines": list(lines)}]})


def match(*people: Participant, decisions: tuple[Decision, ...] = (), **stage: Any) -> MatchResult:
    return match_all(program(**stage), people, (), decisions, (), partners(MEJA, KURSI), {})["partners"]


def made(result: MatchResult) -> list[tuple[str, str]]:
    return [(one.line, one.number) for one in result.matching.pairs]


def test_a_member_goes_where_its_score_is_best_and_serves_no_more_lines_than_it_can() -> None:
    result = match(member("A1"), member("A2", capacity="30"))
    assert made(result) == [("kursi", "A2"), ("meja", "A1")]
    assert [(one.line, one.number, one.because) for one in result.matching.waiting] == [
        ("kursi", "A1", Why.FULL), ("meja", "A2", Why.FULL),
    ]  # fmt: skip


def test_one_member_may_serve_several_lines() -> None:
    assert made(match(member("A1", lines="2"))) == [("kursi", "A1"), ("meja", "A1")]
    assert made(match(member("A1"), lines_per_member="2")) == [("kursi", "A1"), ("meja", "A1")]


def test_a_line_that_its_only_candidate_cannot_serve_too_says_that_the_member_is_busy() -> None:
    result = match(member("A1"))
    assert made(result) == [("meja", "A1")]
    assert result.matching.waiting == (Pair("kursi", "A1", 500_000, 10_000, Why.BUSY),)
    assert [(one.line, one.candidates, one.matched) for one in result.matching.lines] == [
        ("kursi", 1, 0),
        ("meja", 1, 1),
    ]


def test_zero_lines_is_an_answer_and_a_blank_is_a_gap() -> None:
    result = match(member("A1", lines="0"), member("A2", lines=""))
    assert made(result) == []
    assert {one.number for one in result.matching.waiting} == {"A1"}
    assert [(gap.line, gap.number, gap.ids) for gap in result.matching.gaps] == [
        ("kursi", "A2", ("lines_per_member",)), ("meja", "A2", ("lines_per_member",)),
    ]  # fmt: skip


@pytest.mark.parametrize("consent", ["", "false"])
@pytest.mark.parametrize("missing", ["pending", "pass", "reject"])
def test_without_consent_a_member_appears_nowhere(consent: str, missing: str) -> None:
    rules = [{"rule": "consent", "missing": missing}, *STAGE["eligibility"][1:]]
    result = match(member("A1", consent=consent), member("A2", lines="2"), eligibility=rules)
    found = result.matching
    assert {one.number for one in (*found.pairs, *found.waiting, *found.gaps)} == {"A2"}
    assert (found.members, found.unnamed) == (2, 1)
    assert all("A1" not in one.cards for one in result.evaluations.values())


def test_the_gap_list_names_what_can_be_mended_and_leaves_out_other_trades() -> None:
    result = match(member("A1", licences="SNI"), member("A2", capacity="5"), member("A3", kbli="10794", licences=""))
    gaps = [(gap.line, gap.number, gap.ids) for gap in result.matching.gaps]
    assert gaps == [("kursi", "A1", ("papers",)), ("kursi", "A2", ("volume",)), ("meja", "A2", ("volume",))]


def test_near_misses_stand_by_how_little_they_lack() -> None:
    result = match(member("A1", licences="", capacity="5"), member("A2", licences=""))
    kursi = [(gap.number, gap.ids) for gap in result.matching.gaps if gap.line == "kursi"]
    assert kursi == [("A2", ("papers",)), ("A1", ("papers", "volume"))]


def test_near_misses_of_one_kind_stand_by_their_best_score() -> None:
    """Two things lacking come after one, however good the score could be; of two that lack one, 0.9 before 0.3."""
    result = match(
        member("A1", licences="", lines="", capacity="100"), member("A2", licences="", capacity="30"),
        member("A3", licences="", capacity="90"),
    )  # fmt: skip
    assert [(gap.number, gap.ids) for gap in result.matching.gaps if gap.line == "kursi"] == [
        ("A3", ("papers",)), ("A2", ("papers",)), ("A1", ("papers", "lines_per_member")),
    ]  # fmt: skip


def test_nothing_is_lost_where_nobody_makes_what_a_firm_wants() -> None:
    result = match(member("A1", kbli="10794"))
    assert [(one.line, one.candidates, one.matched, one.gaps) for one in result.matching.lines] == [
        ("kursi", 0, 0, 0), ("meja", 0, 0, 0),
    ]  # fmt: skip


def test_who_withdraws_is_no_candidate_and_a_correction_counts() -> None:
    base = {"stage": "partners", "by": "Ketua", "on": "2025-10-02", "reason": "surat"}
    gone = Decision.model_validate({"do": "withdraw", "id": "A1", **base})
    mended = Decision.model_validate(
        {"do": "correct", "id": "A2", "field": "capacity", "old": "50", "new": "100", **base}
    )
    result = match(member("A1"), member("A2", lines="2"), decisions=(gone, mended))
    assert made(result) == [("kursi", "A2"), ("meja", "A2")]
    assert [explain_member(program().stages[0], result, partners(MEJA, KURSI), n).out for n in ("A1", "A2")] == [
        True, False,
    ]  # fmt: skip
    assert [one.key for one in result.matching.pairs] == [1_000_000, 1_000_000]
    assert result.findings == ()


def test_an_unknown_number_and_an_admission_are_findings() -> None:
    base = {"stage": "partners", "by": "Ketua", "on": "2025-10-02", "reason": "surat"}
    entries = (
        Decision.model_validate({"do": "withdraw", "id": "A9", **base}),
        Decision.model_validate({"do": "admit", "id": "A1", "seat": "extra", **base}),
    )
    assert {one.code for one in match(member("A1"), decisions=entries).findings} == {"IKM500", "IKM659"}


def test_digests_follow_rules_and_partners() -> None:
    one = match(member("A1"))
    other = match_all(program(), (member("A1"),), (), (), (), partners(MEJA), {})["partners"]
    assert one.rules == other.rules != match(member("A1"), lines_per_member="2").rules
    assert one.pool != other.pool


def test_a_line_states_only_what_it_says() -> None:
    ((firm, line),) = partners(MEJA).lines()
    assert line_facts(firm, line) == {
        "id": "meja", "firm": "pt-contoh", "product": "Meja", "kbli": "31001", "volume": "50", "unit": "pcs",
        "capacity": "1",
    }  # fmt: skip
    ((firm, bare),) = partners({"id": "rak", "product": "Rak", "papers": ["SVLK", "SNI"], "capacity": "3"}).lines()
    assert line_facts(firm, bare) == {
        "id": "rak", "firm": "pt-contoh", "product": "Rak", "papers": "SVLK|SNI", "capacity": "3",
    }  # fmt: skip


def test_equal_pairs_go_to_the_line_with_fewer_candidates_then_to_who_registered_first() -> None:
    def offer(line: str, number: str, at: str = "") -> Offer:
        return Offer(line, number, 80, 1, (-80,), registered_at=at)

    pairs, _ = pair_up([offer("a", "P1"), offer("a", "P2"), offer("b", "P1")], {"a": 1, "b": 1}, {"P1": 1, "P2": 1})
    assert [(one.line, one.number, one.because) for one in pairs] == [("a", "P2", Why.SCORE), ("b", "P1", Why.TIE)]
    pairs, _ = pair_up(
        [offer("a", "P1", "2025-10-02T08:00:00"), offer("a", "P2", "2025-10-01T08:00:00"), offer("a", "P0")],
        {"a": 1}, {"P0": 1, "P1": 1, "P2": 1},
    )  # fmt: skip
    assert [(one.number, one.because) for one in pairs] == [("P2", Why.TIE)]


def test_the_panel_orders_a_tie() -> None:
    base = {"stage": "partners", "by": "Forum", "on": "2025-10-02", "reason": "kunjungan"}
    order = Decision.model_validate({"do": "order", "ids": ["A2", "A1"], **base})
    ties = {"ties": ["panel"]}
    assert made(match(member("A1"), member("A2"), selection=ties)) == [("kursi", "A2"), ("meja", "A1")]
    assert made(match(member("A1"), member("A2"), selection=ties, decisions=(order,))) == [
        ("kursi", "A1"), ("meja", "A2"),
    ]  # fmt: skip


def test_whom_the_panel_did_not_place_comes_after_those_it_did() -> None:
    """Of three who are equal the panel orders A3 before A2; without `panel` in the rules that says nothing."""
    base = {"stage": "partners", "by": "Forum", "on": "2025-10-02", "reason": "kunjungan"}
    order = Decision.model_validate({"do": "order", "ids": ["A3", "A2"], **base})
    people = [member(number, capacity="100") for number in ("A1", "A2", "A3")]
    result = match(*people, selection={"ties": ["panel"]}, decisions=(order,))
    assert made(result) == [("kursi", "A3"), ("meja", "A2")]
    assert made(match(*people, decisions=(order,))) == [("kursi", "A1"), ("meja", "A2")]


def test_explanations_name_place_score_and_what_lacks() -> None:
    result = match(
        member("A1"), member("A2", capacity="30"), member("A3", licences="", capacity="30"), member("A4", kbli="10794")
    )
    stage = program().stages[0]
    known = partners(MEJA, KURSI)
    one = explain_member(stage, result, known, "A1")
    assert [(found.line, found.outcome, found.place, found.score) for found in one.meetings] == [
        ("kursi", "full", 1, "50.000000"), ("meja", "score", 1, "100.000000"),
    ]  # fmt: skip
    assert [[line.criterion for line in found.criteria] for found in one.meetings] == [["volume"], ["volume"]]
    other = explain_member(stage, result, known, "A4")
    assert [(found.outcome, [why.key for why in found.reasons]) for found in other.meetings] == [
        ("other", ["kbli.other"]), ("other", ["kbli.other"]),
    ]  # fmt: skip
    line = explain_line(stage, result, known, "kursi")
    assert [(found.number, found.outcome) for found in line.meetings] == [
        ("A1", "full"),
        ("A2", "score"),
        ("A3", "gap"),
    ]
    assert explain_member(stage, result, known, "A9").consent is False
    nobody_asks = match_all(program(), (member("A1"),), (), (), (), Partners(), {})["partners"]
    alone = explain_member(stage, nobody_asks, Partners(), "A1")
    assert (alone.consent, alone.meetings) == (True, ())


def staged(status: str, *people: Participant) -> Any:
    """A match of those whom an earlier stage selected: A1 alone."""
    first = {"id": "visit", "quota": "1"}
    rules = Program.model_validate(
        {"id": "kemitraan", "title": "Kemitraan", "as_of": "2025-10-01", "unit": "business", "identity": "nib",
         "fields": [{"id": "lines", "type": "integer"}], "stages": [first, {**STAGE, "from": "visit"}]},
        context={"rules": RULES, "scales": SCALES},
    )  # fmt: skip
    before = replay(rules, people, (), (), ())["visit"]
    chosen = Entry("A1", "all", "selected", Because.PLACE)
    if status == "missing":
        return match_all(rules, people, (), (), (), partners(MEJA, KURSI), {})
    done = replace(before, status=status, selection=Selection("visit", (chosen,), (), {"A1": chosen}))  # type: ignore[arg-type]  # a text that is a status
    return match_all(rules, people, (), (), (), partners(MEJA, KURSI), {"visit": done})


def test_a_match_waits_for_the_stage_before_and_takes_its_selected_alone() -> None:
    people = member("A1"), member("A2", capacity="30")
    assert staged("announced", *people) == {}
    result = staged("decided", *people)["partners"]
    assert made(result) == [("meja", "A1")]
    assert [one.number for one in result.people] == ["A1"]
    assert staged("missing", *people) == {}


def test_a_lock_that_rules_or_pool_no_longer_fit_is_named() -> None:
    one = match(member("A1"))
    said = {"event": "lock", "stage": "partners", "number": "2", "engine": "1", "on": "2025-10-02", "by": "Ketua",
            "reason": "r", "decisions": {"count": "0", "digest": decisions_digest(())}}  # fmt: skip
    for what, code in (("rules", "IKM512"), ("pool", "IKM513")):
        sound = Event.model_validate({**said, "what": what, what: getattr(one, what)})
        stale = Event.model_validate({**said, "what": what, what: "0" * 64})
        fit = match_all(program(), (member("A1"),), (), (), (sound,), partners(MEJA, KURSI), {})["partners"]
        assert fit.findings == ()
        (found,) = match_all(program(), (member("A1"),), (), (), (sound, stale), partners(MEJA, KURSI), {})[
            "partners"
        ].findings
        assert (found.code, found.document, found.path) == (code, "events.yaml", (1, what))
        assert found.params == {"number": 2, "stage": "partners"}


def test_a_decision_after_the_lock_of_the_pool_leaves_it_sound() -> None:
    gone = Decision.model_validate(
        {"do": "withdraw", "id": "A1", "stage": "partners", "by": "Ketua", "on": "2025-10-02", "reason": "surat"}
    )
    said = {"event": "lock", "what": "pool", "stage": "partners", "number": "1", "engine": "1", "on": "2025-10-02",
            "by": "Ketua", "pool": match(member("A1")).pool}  # fmt: skip
    for count, codes in (("0", []), ("1", ["IKM513"])):
        lock = Event.model_validate(
            {**said, "decisions": {"count": count, "digest": decisions_digest((gone,)[: int(count)])}}
        )
        found = match_all(program(), (member("A1"),), (), (gone,), (lock,), partners(MEJA, KURSI), {})
        assert [one.code for one in found["partners"].findings] == codes


def test_what_a_member_lacks_for_a_line() -> None:
    """A value that is missing but counts as the worst is not lacking, nor is what the standing repeats."""
    why = {name: Reason(name) for name in ("rule", "gone", "worst", "low", "threshold.total", "missing.track", "other")}
    card = ScoreCard(
        "A1", "", "pending",
        (Verdict("papers", "failed", why["rule"], severity="fix"), Verdict("kbli", "met", Reason("met"))),
        {
            "gone": Points("gone", None, None, 10, missing=why["gone"]),
            "worst": Points("worst", None, 0, 0, missing=why["worst"]),
            "low": Points("low", Fraction(1), 5, 5, failed=why["low"]),
        },
        reasons=tuple(why[name] for name in ("rule", "missing.track", "threshold.total", "other")),
    )  # fmt: skip
    assert lacking(card) == (
        ("papers", why["rule"]), ("gone", why["gone"]), ("low", why["low"]),
        ("total", why["threshold.total"]), ("track", why["missing.track"]),
    )  # fmt: skip
    hopeless = replace(card, verdicts=(Verdict("kbli", "failed", why["rule"]), *card.verdicts))
    assert lacking(hopeless) is None
    assert lacking(ScoreCard("A1", "", "eligible")) == ()


def test_who_makes_something_else_hides_nobody_behind() -> None:
    result = match(member("A0", kbli="10794"), member("A1"), member("A2", lines=""))
    assert made(result) == [("meja", "A1")]
    gaps = [(gap.number, [(why.key, why.params) for why in gap.lacks]) for gap in result.matching.gaps]
    assert gaps == [("A2", [("missing.value", {"source": "fields.lines"})])] * 2


def test_an_admission_to_a_match_is_named_with_its_stage() -> None:
    base = {"stage": "partners", "by": "Ketua", "on": "2025-10-02", "reason": "surat"}
    admit = Decision.model_validate({"do": "admit", "id": "A1", "seat": "extra", **base})
    (found,) = match(member("A1"), decisions=(admit,)).findings
    assert (found.code, found.document, found.path) == ("IKM659", "decisions.yaml", (0, "do"))
    assert found.params == {"stage": "partners"}


def test_equal_members_stand_at_one_place_and_the_next_behind_both() -> None:
    people = (member("A1"), member("A2"), member("A3", capacity="30"), member("A4", consent=""))
    result = match(*people)
    stage, known = program().stages[0], partners(MEJA, KURSI)

    def places(number: str) -> list[tuple[str, int]]:
        return [(one.line, one.place) for one in explain_member(stage, result, known, number).meetings]

    assert places("A1") == places("A2") == [("kursi", 1), ("meja", 1)]
    assert places("A3") == [("kursi", 3), ("meja", 3)]
    hidden = explain_member(stage, result, known, "A4")
    assert (hidden.consent, hidden.meetings) == (False, ())
    assert explain_member(stage, result, known, "A1").consent is True


def test_a_line_with_a_day_of_delivery_says_so() -> None:
    ((firm, line),) = partners({**MEJA, "by": "2026-01-31", "price": "250000"}).lines()
    facts = line_facts(firm, line)
    assert (facts["by"], facts["price"]) == ("2026-01-31", "250000")
