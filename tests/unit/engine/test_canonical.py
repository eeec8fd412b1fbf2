"""Canonical forms: the bytes that locks, draws and lists are known by. The frozen digests never change."""

import hashlib
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Track
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.selection import TieBlock
from ikmctl.domain.source import read_source
from ikmctl.engine.canonical import (
    canonical_json,
    decisions_digest,
    digest,
    events_digest,
    result_digest,
    rules_digest,
    rules_document,
    words_digest,
    words_document,
)
from ikmctl.engine.pool import Pool, pool_digest
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from tests.unit.engine.replaying import rules
from tests.unit.engine.selecting import choose, program


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (12, "12"),
        ("Cafe\u0301", '"Café"'),
        (Decimal("0.60"), '"0.6"'),
        (Decimal("1E+2"), '"100"'),
        (Fraction(1, 3), '"1/3"'),
        (date(2025, 9, 29), '"2025-09-29"'),
        (("b", 1), '["b",1]'),
        ({"b": 1, "a": None}, '{"a":null,"b":1}'),
        ({Decimal("1.50"): "x"}, '{"1.5":"x"}'),
        ({2: "x"}, '{"2":"x"}'),
        ({"b", "a"}, '["a","b"]'),
        (frozenset([2, 10]), "[10,2]"),
        (read_source("marks.a.b"), '"marks.a.b"'),
        (read_source({"count": "licences"}), '{"count":"licences"}'),
        (read_source({"share": "marks.attendance"}), '{"share":"marks.attendance"}'),
        (read_source({"gain": ["marks.pre", "marks.post"]}), '{"gain":["marks.pre","marks.post"]}'),
        (TieBlock("kue", 1, ("P1", "P2")), '{"among":["P1","P2"],"place":"selected","seats":1,"track":"kue"}'),
        (Track(id="x", name="X", quota="10"), '{"id":"x","name":"X","quota":{"max":10}}'),
        (Track(id="x", name="X", quota="all"), '{"id":"x","name":"X","quota":{"max":null}}'),
    ],
)
def test_one_meaning_has_one_spelling(value: Any, text: str) -> None:
    assert canonical_json(value) == text.encode()
    assert digest(value) == hashlib.sha256(text.encode()).hexdigest()


def test_what_has_no_exact_spelling_is_a_fault() -> None:
    with pytest.raises(AssertionError):
        canonical_json(0.5)


WHOLE: dict[str, Any] = {
    "format": "1",
    "id": "p",
    "synthetic": "true",
    "title": "Judul",
    "organizer": "Dinas",
    "venue": "Hotel",
    "as_of": "2025-09-29",
    "dates": {"start": "2025-09-29", "end": "2025-10-02", "sessions_per_day": "1"},
    "schedule": {"announce": "2025-10-06", "objection": {"start": "2025-10-07", "end": "2025-10-09"}},
    "tracks": [{"id": "x", "name": "X", "quota": "10", "reserves": "3", "aliases": ["iks"]}],
    "groups": [{"id": "g1", "name": "Sentra", "seats": {"max": "2"}}],
    "fields": [{"id": "ready", "type": "integer", "min": "0", "max": "3", "headers": ["Siap"], "description": "d"}],
    "marks": {
        "test": {"per": "participant", "stage": "s", "min": "0", "max": "100", "headers": ["Skor"]},
        "other": {"per": "participant", "stage": "t"},
    },
    "stages": [
        {
            "id": "s",
            "eligibility": [{"rule": "age", "min": "18", "max": "55", "basis": "huruf C.1"}],
            "criteria": [
                {
                    "id": "test",
                    "source": "marks.test",
                    "direction": "benefit",
                    "scale": {"linear": ["0", "100.0"]},
                    "weight": "60",
                    "threshold": "60.0",
                    "missing": "reject",
                    "description": "d",
                },
                {
                    "id": "ready",
                    "source": "fields.ready",
                    "direction": "benefit",
                    "scale": {"map": {"0": "0", "3": "100"}},
                    "weight": "40",
                    "missing": "pending",
                },
            ],
            "selection": {
                "balance": [{"field": "gender", "value": "female", "min_share": "0.30"}],
                "max_per": {"household": "1"},
                "ties": ["test", "panel", "ticket"],
            },
        },
        {"id": "t"},
    ],
    "panel": {
        "judges": [{"id": "J1", "role": "akademisi", "items": "all"}],
        "recusals": [{"judge": "J1", "id": "P2", "reason": "saudara"}],
    },
    "privacy": {"retention": "2030-12-31"},
}


def whole(**changes: Any) -> Program:
    return Program.model_validate({**WHOLE, **changes}, context={"rules": RULES, "scales": SCALES})


RULES_TEXT = (
    '{"engine":1,"rules":{"as_of":"2025-09-29","dates":{"end":"2025-10-02","start":"2025-09-29"},'
    '"fields":[{"id":"ready","max":"3","min":"0","type":"integer"}],"groups":[{"id":"g1","name":"Sentra",'
    '"seats":{"max":2}}],"id":"p","marks":{"test":{"max":"100","min":"0","per":"participant","stage":"s"}},'
    '"objection":{"end":"2025-10-09","start":"2025-10-07"},"panel":{"judges":[{"id":"J1","role":"akademisi"}]},'
    '"stage":{"criteria":[{"direction":"benefit","id":"test","missing":"reject","scale":{"linear":["0","100"]},'
    '"source":"marks.test","threshold":"60","weight":60},{"direction":"benefit","id":"ready","missing":"pending",'
    '"scale":{"map":{"0":"0","3":"100"}},"source":"fields.ready","weight":40}],"eligibility":[{"basis":"huruf C.1",'
    '"max":55,"min":18,"rule":"age"}],"id":"s","selection":{"balance":[{"field":"gender","min_share":"0.3",'
    '"value":"female"}],"max_per":{"household":1},"ties":["test","panel","ticket"]}},"tracks":[{"id":"x","name":"X",'
    '"quota":{"max":10},"reserves":3}]},"tag":"ikmctl/rules/v1"}'
)


def test_the_rules_are_written_without_defaults_and_without_what_is_only_printed() -> None:
    rules = whole()
    assert canonical_json(rules_document(rules, rules.stages[0])).decode() == RULES_TEXT
    assert rules_digest(rules, rules.stages[0]) == hashlib.sha256(RULES_TEXT.encode()).hexdigest()


def test_the_frozen_digest_of_these_rules() -> None:
    rules = whole()
    assert rules_digest(rules, rules.stages[0]) == "bed2843e49bc871339d437dc573b8859db34d5bd91536c07f78a71c978c09cc7"


def test_a_bare_program_keeps_only_what_it_states() -> None:
    bare = Program.model_validate({"id": "p", "title": "T", "as_of": "2025-09-29", "stages": [{"id": "s"}]})
    assert canonical_json(rules_document(bare, bare.stages[0])) == (
        b'{"engine":1,"rules":{"as_of":"2025-09-29","id":"p","stage":{"id":"s"}},"tag":"ikmctl/rules/v1"}'
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Lain"},
        {"venue": "Aula"},
        {"organizer": ""},
        {"synthetic": "false"},
        {"language": "en"},
        {"unit": "person"},
        {"identity": "nik"},
        {"documents": {"paper": "A4"}},
        {"privacy": {}},
        {"panel": {"judges": WHOLE["panel"]["judges"]}},
        {"schedule": {"objection": WHOLE["schedule"]["objection"], "confirm_by": "2025-10-13"}},
        {"marks": {"test": WHOLE["marks"]["test"]}},
        {"tracks": [{"id": "x", "name": "X", "quota": {"max": "10"}, "reserves": "3"}]},
    ],
)
def test_what_is_no_rule_changes_no_digest(changes: dict[str, Any]) -> None:
    before, after = whole(), whole(**changes)
    assert rules_digest(after, after.stages[0]) == rules_digest(before, before.stages[0])


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "q"},
        {"as_of": "2025-09-30"},
        {"unit": "business"},
        {"identity": "nib"},
        {"groups": []},
        {"dates": {"start": "2025-09-29", "end": "2025-10-03"}},
        {"schedule": {}},
        {"panel": {"aggregate": "trimmed", **WHOLE["panel"]}},
        {"tracks": [{"id": "x", "name": "X", "quota": "11", "reserves": "3"}]},
        {"stages": [{**WHOLE["stages"][0], "threshold": "50"}, {"id": "t"}]},
    ],
)
def test_what_can_change_the_result_changes_the_digest(changes: dict[str, Any]) -> None:
    before, after = whole(), whole(**changes)
    assert rules_digest(after, after.stages[0]) != rules_digest(before, before.stages[0])


@pytest.mark.parametrize("word", ["description", "headers", "aliases", "recusals"])
def test_what_an_office_calls_by_a_word_of_ours_is_a_rule_all_the_same(word: str) -> None:
    def rubric(mark: str, weight: str, points: str) -> Program:
        judged = {"per": "judge", "stage": "s", "items": [word, "other"], "weights": {word: weight}}
        stage = {**WHOLE["stages"][0], "criteria": [dict(one) for one in WHOLE["stages"][0]["criteria"]]}
        stage["criteria"][1]["scale"] = {"map": {word: points, "3": "100"}}
        return whole(stages=[stage, {"id": "t"}], marks={**WHOLE["marks"], mark: judged})

    before = rubric(word, "60", "0")
    for after in (rubric(word, "61", "0"), rubric(word, "60", "1"), rubric("another", "60", "0")):
        assert rules_digest(after, after.stages[0]) != rules_digest(before, before.stages[0])
        assert words_digest(after) == words_digest(before)


PEOPLE = (
    Participant("P2", "x", facts={"gender": "male", "village": ""}),
    Participant("P1", "x", "", "2025-09-01T08:00", "g1", {"name_of_shop": "Toko Cafe\u0301"}),
)
MARKS = (
    Mark("P2", "test", "", "", "70"),
    Mark("P1", "test", "", "", "80.5"),
    Mark("P1", "other", "", "", "1"),
    Mark("P1", "gone", "", "", "1"),
)
LEFT = Decision(do="withdraw", id="P2", stage="s", by="Ketua", on=date(2025, 10, 10), reason="r")  # type: ignore[arg-type]  # pydantic reads texts
ELSEWHERE = LEFT.model_copy(update={"stage": "t"})

POOL_TEXT = (
    '{"decisions":[{"by":"Ketua","do":"withdraw","id":"P2","on":"2025-10-10","reason":"r","stage":"s"}],'
    '"marks":[{"mark":"test","number":"P1","value":"80.5"},{"mark":"test","number":"P2","value":"70"}],'
    '"participants":[{"group":"g1","name_of_shop":"Toko Café","number":"P1","registered_at":"2025-09-01T08:00",'
    '"track":"x"},{"gender":"male","number":"P2","track":"x"}],"partners":[],'
    '"recusals":[{"id":"P2","judge":"J1","reason":"saudara"}],"tag":"ikmctl/pool/v1"}'
)


def test_the_pool_is_written_in_order_without_blanks() -> None:
    rules = whole()
    pool = Pool(rules, rules.stages[0], PEOPLE, MARKS)
    assert canonical_json(pool.document([LEFT, ELSEWHERE])).decode() == POOL_TEXT
    assert pool.digest([LEFT, ELSEWHERE]) == hashlib.sha256(POOL_TEXT.encode()).hexdigest()
    assert pool.digest([]) != pool.digest([LEFT])
    assert pool_digest(rules, rules.stages[0], PEOPLE[::-1], MARKS[::-1], [LEFT]) == pool.digest([LEFT])


def test_partners_are_part_of_the_pool() -> None:
    rules = whole()
    plain = Pool(rules, rules.stages[0], PEOPLE, MARKS).digest([])
    assert Pool(rules, rules.stages[0], PEOPLE, MARKS, [{"id": "firm"}]).digest([]) != plain


def test_decisions_keep_their_order_and_leave_out_what_is_not_said() -> None:
    text = (
        '{"decisions":[{"by":"Ketua","do":"withdraw","id":"P2","on":"2025-10-10","reason":"r","stage":"s"},'
        '{"by":"Ketua","do":"withdraw","id":"P2","on":"2025-10-10","reason":"r","stage":"t"}],'
        '"tag":"ikmctl/decisions/v1"}'
    )
    assert decisions_digest([LEFT, ELSEWHERE]) == hashlib.sha256(text.encode()).hexdigest()
    assert decisions_digest([ELSEWHERE, LEFT]) != decisions_digest([LEFT, ELSEWHERE])


def test_a_result_is_its_lists_with_scores_and_reasons() -> None:
    balance = [{"field": "gender", "value": "female", "min": 1}]
    chosen = choose(
        program("x:2", reserves=1, balance=balance),
        "P1 x 90 gender=male\nP2 x 80 gender=female\nP3 x 70 gender=male\nP4 x ?99 gender=male\nP5 x !",
        admitted={"P5": "extra"},
    )
    chosen = replace(chosen, undecided=(TieBlock("x", 1, ("P8", "P9")),))
    text = (
        '{"pending":["P4"],"reserves":[{"because":"reserve","for":["gender male"],"id":"P3","key":70,"track":"x",'
        '"unit":1}],"selected":[{"because":"place","id":"P1","key":90,"track":"x","unit":1},'
        '{"because":"place","id":"P2","key":80,"track":"x","unit":1},'
        '{"because":"decision extra","id":"P5","track":"x"}],"stage":"s","tag":"ikmctl/result/v1",'
        '"undecided":[{"among":["P8","P9"],"place":"selected","seats":1,"track":"x"}]}'
    )
    assert result_digest(chosen) == hashlib.sha256(text.encode()).hexdigest()
    assert json.loads(text)["selected"][2]["id"] == "P5"


SO_FAR = {"count": "0", "digest": "ab" * 32}
EVENTS = [
    Event.model_validate(
        {"event": "lock", "what": "rules", "number": "1", "stage": "s", "rules": "5f" * 32, "engine": "1", "marks": "0",
         "decisions": SO_FAR, "on": "2025-09-20", "by": "Ketua Tim", "reason": ""}
    ),
    Event.model_validate(
        {"event": "announce", "stage": "t", "decisions": SO_FAR, "on": "2025-10-01", "by": "Ketua Tim"}
    ),
    Event.model_validate(
        {"event": "finalize", "stage": "s", "decree": "500/1", "decisions": SO_FAR, "on": "2025-10-13",
         "by": "Kepala Dinas", "reason": "Cafe\u0301"}
    ),
]  # fmt: skip
EVENTS_TEXT = (
    '{"events":[{"by":"Ketua Tim","decisions":{"count":0,"digest":"' + "ab" * 32 + '"},"engine":1,"event":"lock",'
    '"marks":0,"number":1,"on":"2025-09-20","rules":"' + "5f" * 32 + '","stage":"s","what":"rules"},'
    '{"by":"Kepala Dinas","decisions":{"count":0,"digest":"' + "ab" * 32 + '"},"decree":"500/1","event":"finalize",'
    '"on":"2025-10-13","reason":"Café","stage":"s"}],"tag":"ikmctl/events/v1"}'
)


def test_the_events_of_a_stage_are_hashed_in_their_order() -> None:
    assert events_digest(EVENTS, "s") == hashlib.sha256(EVENTS_TEXT.encode()).hexdigest()
    assert events_digest(EVENTS[::-1], "s") != events_digest(EVENTS, "s")


def test_the_frozen_digest_of_these_events() -> None:
    assert events_digest(EVENTS, "s") == "d1015d17d7684538479771cd858175f7ab1d5d7be9671ce069035cbd164e06c5"


def test_a_stage_without_events_has_no_digest_of_them() -> None:
    assert events_digest(EVENTS, "u") == ""


@pytest.mark.parametrize("key", ["by", "on", "reason", "decree"])
def test_every_word_of_an_event_counts(key: str) -> None:
    other = date(2025, 1, 1) if key == "on" else "lain"
    changed = [*EVENTS[:2], EVENTS[2].model_copy(update={key: other})]
    assert events_digest(changed, "s") != events_digest(EVENTS, "s")


WORDS_TEXT = (
    '{"around":{"fields":{"ready":{"description":"d","headers":["Siap"]}},"marks":{"test":{"headers":["Skor"]}},'
    '"stages":{"s":{"criteria":{"test":{"description":"d"}}}},"tracks":{"x":{"aliases":["iks"]}}},'
    '"program":{"organizer":"Dinas","privacy":{"retention":"2030-12-31"},"schedule":{"announce":"2025-10-06"},'
    '"synthetic":true,"title":"Judul","venue":"Hotel"},"tag":"ikmctl/words/v1"}'
)


def test_the_words_of_a_program_are_all_that_is_no_rule() -> None:
    assert canonical_json(words_document(whole())).decode() == WORDS_TEXT
    assert words_digest(whole()) == hashlib.sha256(WORDS_TEXT.encode()).hexdigest()


def test_the_frozen_digest_of_these_words() -> None:
    assert words_digest(whole()) == "848eb0066bc1a0192d51bd656325cae0bcabf47beae9219f82f91a1377792f36"


def named(**others: object) -> Program:
    """The whole program with names that may be left out."""
    stages = [{**WHOLE["stages"][0], "name": "Kurasi"}, *WHOLE["stages"][1:]]
    stages[0]["criteria"] = [{**stages[0]["criteria"][0], "name": "Tes akhir"}, *stages[0]["criteria"][1:]]
    fields = [{**one, "name": "Kesiapan"} for one in WHOLE["fields"]]
    marks = {mark: {**spec, "name": mark.upper()} for mark, spec in WHOLE["marks"].items()}
    return whole(**{"stages": stages, "fields": fields, "marks": marks, **others})


def test_names_that_may_be_left_out_are_words_and_no_rules() -> None:
    for stage in (0, 1):
        plain, called = (rules_digest(one, one.stages[stage]) for one in (whole(), named()))
        assert plain == called
    around = words_document(named())["around"]
    assert isinstance(around, dict)
    assert around["stages"] == {
        "s": {"name": "Kurasi", "criteria": {"test": {"description": "d", "name": "Tes akhir"}}}
    }
    assert around["fields"] == {"ready": {"description": "d", "headers": ["Siap"], "name": "Kesiapan"}}
    assert words_digest(named()) != words_digest(whole())


def test_the_name_of_a_track_is_a_rule_as_it_always_was() -> None:
    other = whole(tracks=[{**WHOLE["tracks"][0], "name": "Lain"}])
    assert rules_digest(other, other.stages[0]) != rules_digest(whole(), whole().stages[0])
    assert words_digest(other) == words_digest(whole())


def test_a_rule_or_a_recusal_is_no_word() -> None:
    stages = [{**WHOLE["stages"][0], "threshold": "70"}, WHOLE["stages"][1]]
    assert words_digest(whole(stages=stages, panel={}, as_of="2025-09-30")) == words_digest(whole())


def test_words_know_their_place() -> None:
    tracks = [{**WHOLE["tracks"][0], "id": "y"}]
    assert words_digest(whole(tracks=tracks)) != words_digest(whole())


def test_a_long_pool_is_hashed_in_pieces_as_one_text() -> None:
    whole = program()
    people = [Participant(f"P{index:05d}") for index in range(20_001)]
    pool = Pool(whole, whole.stages[0], people, ())
    assert pool.digest(()) == hashlib.sha256(canonical_json(pool.document(()))).hexdigest()


def test_the_window_of_objections_is_a_rule_and_no_word() -> None:
    window = {"start": "2025-10-07", "end": "2025-10-09"}
    assert "schedule" not in str(words_document(rules(schedule={"objection": window})))
    both = words_document(rules(schedule={"objection": window, "announce": "2025-10-06"}))["program"]
    assert isinstance(both, dict)
    assert both["schedule"] == {"announce": "2025-10-06"}


def test_marks_are_hashed_as_composed_text() -> None:
    whole_program = whole()
    stage = whole_program.stages[0]
    composed, apart = (
        pool_digest(whole_program, stage, (), (Mark("P1", "post", "", "", text),), ())
        for text in ("Caf\u00e9", "Cafe\u0301")
    )
    assert composed == apart


def test_scores_of_earlier_stages_are_part_of_the_pool_where_it_reads_them() -> None:
    first = {"id": "s"}
    order = {"by": "stage.s.score"}
    reads = {"id": "t", "from": "s", "order": [order]}
    program_ = Program.model_validate({"id": "p", "title": "P", "as_of": "2025-09-29", "stages": [first, reads]})
    people = [Participant("P1"), Participant("P2")]
    cards = {number: ScoreCard(number, "", "eligible", key=key, unit=2) for number, key in (("P1", 175), ("P3", 9))}
    pool = Pool(program_, program_.stages[1], people, (), carried={"s": cards})
    text = (
        '{"carried":{"s":{"P1":"175/2"}},"decisions":[],"marks":[],"participants":[{"number":"P1"},{"number":"P2"}],'
        '"partners":[],"recusals":[],"tag":"ikmctl/pool/v1"}'
    )
    assert canonical_json(pool.document([])).decode() == text
    assert pool.digest([]) == hashlib.sha256(text.encode()).hexdigest()
    assert "carried" not in Pool(program_, program_.stages[0], people, (), carried={"s": cards}).document([])
    assert "carried" not in Pool(program_, program_.stages[1], people[1:], (), carried={"s": cards}).document([])
