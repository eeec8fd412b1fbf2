"""Every way in which a value of an authored file can be wrong: code, place and parameters."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from pydantic import BaseModel

import ikmctl
from ikmctl.domain.codes import CODES
from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.objection import Objection
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from ikmctl.store import faults
from ikmctl.store.authored import read_model
from ikmctl.store.faults import unseen_character
from ikmctl.store.files import read_decisions, read_events, read_objections, read_partners, read_program
from ikmctl.store.known import nearest
from ikmctl.store.subjects import Place, subject
from ikmctl.store.yamlnodes import read_nodes

INTERFACE = (Path(__file__).parent / "interface.yaml").read_text(encoding="utf-8")
LANGUAGES = ("id", "en")


def problems(old: str, new: str, text: str = INTERFACE) -> list[tuple[str, str, dict[str, Any]]]:
    """Codes, the text under the caret and parameters, once `old` is replaced."""
    assert old in text
    broken = text.replace(old, new, 1)
    read = read_program(broken, "program.yaml")
    assert read.value is None
    lines = broken.split("\n")
    return [
        (one.code, lines[one.where.line - 1][one.where.column - 1 :][: one.where.length], dict(one.params))
        for one in read.diagnostics
        if one.where.line is not None and one.where.column is not None
    ]


def test_the_example_of_the_interface_is_a_program() -> None:
    read = read_program(INTERFACE, "program.yaml")
    assert read.diagnostics == ()
    assert read.value is not None
    assert [track.id for track in read.value.tracks] == ["ecoprint", "motorcycle-workshop", "furniture"]


def test_the_sentence_that_the_interface_promises() -> None:
    old = "name: Furnitur, quota: 10"
    assert problems(old, "name: Furnitur, quota: ten") == [
        ("IKM104", "ten", {"key": "quota", "leaf": "quota", "of": "track", "name": "furniture", "found": "ten"})
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "under", "params"),
    [
        ("language: id", "langauge: id", "IKM102", "langauge", {"key": "langauge", "near": "`language`"}),
        ("title: Pen", "titel: Pen", "IKM102", "titel", {"key": "titel", "near": "`title`"}),
        ("weight: 30, ", "weihgt: 30, ", "IKM102", "weihgt", {"of": "criterion", "near": "`weight`"}),
        ("each: {max: 6}", "each: {maxx: 6}", "IKM102", "maxx", {"key": "each.maxx", "of": "balance", "near": "`max`"}),
        ("min: 18, max: 55", "mim: 18, max: 55", "IKM102", "mim", {"of": "rule", "name": "age", "near": "`min`"}),
        ("pre_test: {per", "pre_test: {stge: 1, per", "IKM102", "stge", {"of": "mark", "name": "pre_test"}),
        (
            "{linear: [0, 0.6]}", "{bands: [{from: 0, belov: 60, points: 1}]}", "IKM102", "belov",
            {"key": "scale.bands.belov", "name": "gain", "near": "`below`"},
        ),
        ("{linear: [0, 0.6]}", "{}", "IKM128", "{}", {"name": "gain"}),
        ("dates: {start", "dates: {of: 1, start", "IKM102", "of", {"key": "dates.of", "near": "`off`"}),
        ("weight: 30, ", "", "IKM103", None, {"key": "weight", "of": "criterion", "name": "post_test"}),
        ("title: P", "# title: P", "IKM103", "format", {"key": "title"}),
        ("end: 2025-10-02, off", "off", "IKM103", None, {"key": "dates.end"}),
        ("format: 1", "format: 1.0", "IKM104", "1.0", {"key": "format", "found": "1.0"}),
        ("capacity: {max: 240}", "capacity: {max: [240]}", "IKM104", "[240]", {"found": "[...]"}),
        ("reserves: 3}", "reserves: 1_0}", "IKM104", "1_0", {"key": "reserves", "of": "track", "name": "ecoprint"}),
        ("min_share: 0.3", "min_share: 30%", "IKM105", "30%", {"key": "min_share", "name": "gender", "meant": "0.3"}),
        ("min: 0, max: 100}\n  post", "min: 0, max: 1e2}\n  post", "IKM105", "1e2", {"of": "mark", "meant": "0.6"}),
        ("min: 0, max: 100}\n  post", "min: 0, max: '99,5'}\n  post", "IKM105", "'99,5'", {"meant": "99.5"}),
        ("min: 0, max: 100}\n  post", "min: 0, max: 40 %}\n  post", "IKM105", "40 %", {"key": "max", "meant": "40"}),
        ("as_of: 2025-09-29", "as_of: 29-09-2025", "IKM106", "29-09-2025", {"key": "as_of"}),
        ("as_of: 2025-09-29", "as_of: {day: 1}", "IKM106", "{day: 1}", {"found": "{...}"}),
        ("as_of: 2025-09-29", "as_of: 2025-02-29", "IKM122", "2025-02-29", {"key": "as_of"}),
        ("unit: person", "unit: orang", "IKM107", "orang", {"known": "`person`, `business`, `sentra`"}),
        ("rule: domicile", "rule: domicil", "IKM107", "domicil", {"of": "rule", "found": "domicil"}),
        ("{linear: [0, 0.6]}", "{linea: [0, 0.6]}", "IKM107", "linea", {"key": "scale", "name": "gain"}),
        ("off: []", "off: 2025-10-01", "IKM113", "2025-10-01", {"key": "dates.off"}),
        ("panel:\n", "panel: none\npanell:\n", "IKM114", "none", {"key": "panel"}),
        ("max_per: {household: 1}", "max_per: 1", "IKM114", "1", {"key": "selection.max_per", "of": "stage"}),
        ("title: Pen", "title: [Pen]\ntitl: Pen", "IKM115", "[Pen]", {"key": "title"}),
        ("quota: 10", "quota: 0", "IKM116", "0", {"found": "0", "limit": "1", "name": "ecoprint"}),
        ("quota: 10", "quota: -3", "IKM116", "-3", {"found": "-3", "limit": "1"}),
        ("weight: 30", "weight: -1", "IKM116", "-1", {"limit": "0"}),
        ("min_share: 0.3", "min_share: 1.3", "IKM117", "1.3", {"limit": "1"}),
        ("min_share: 0.3", "min_share: 30", "IKM117", "30", {"percent": "30 %", "share": "0.3"}),
        ("min_share: 0.3", "min_share: 0,3", "IKM670", "0", {"key": "min_share", "found": "0,3", "meant": "0.3"}),
        ("quota: 10", "quota: 10,5", "IKM104", "10", {"key": "quota", "found": "10,5"}),
        ("min_share: 0.3", "min_share: 0.3, 3", "IKM102", "3", {"of": "balance"}),
        ("format: 1", "format: 2", "IKM671", "2", {"limit": "1"}),
        ("id: kendal-wub-2025", "id: Kendal WUB", "IKM118", "Kendal WUB", {"key": "id", "found": "Kendal WUB"}),
        ("id: kendal-wub-2025", "id: ../evil", "IKM118", "../evil", {"key": "id"}),
        ('kbli: ["31001"]', 'kbli: ["3100"]', "IKM119", '"3100"', {"example": "31001", "of": "track"}),
        ('region: "33.24"', 'region: "3324"', "IKM119", '"3324"', {"key": "region", "example": "33.24"}),
        ("{id: J1, role", "{id: J 1, role", "IKM119", "J 1", {"of": "judge", "name": "J 1", "example": "J1"}),
        ("title: Pen", "title:\nx: Pen", "IKM120", "title", {"key": "title"}),
        ("title: Pen", "title: ''\nx: Pen", "IKM120", "''", {"key": "title"}),
        ("venue: Hotel", "venue: ~\nx: Hotel", "IKM120", "~", {"key": "venue"}),
        ("title: Pen", "title: " + "x" * 201 + "Pen", "IKM121", None, {"limit": "200"}),
        ("title: Pen", "title: Pen\u200b", "IKM112", None, {"char": "U+200B"}),
        ("synthetic: true", "synthetic: yes", "IKM123", "yes", {"found": "yes"}),
        ("synthetic: true", "synthetic: [true]", "IKM123", "[true]", {"found": "[...]"}),
        ("value: female, min_share: 0.3", "value: female", "IKM125", None, {"of": "balance", "name": "gender"}),
        ("value: female, min_share: 0.3", "min_share: 0.3", "IKM129", None, {"keys": "`value`, `each`"}),
        ("source: marks.practice,", "source: practice,", "IKM126", "practice", {"key": "source", "name": "practice"}),
        ("{gain: [marks", "{gaim: [marks", "IKM126", None, {"found": "{...}"}),
        ("{rule: domicile,", "{roule: domicile,", "IKM127", None, {"of": "rule", "found": "{...}"}),
        ("scale: {linear: [0, 100]}", "scale: linear", "IKM128", "linear", {"name": "post_test"}),
        ("household: 1", "house hold: 1", "IKM118", "house hold", {"found": "house hold"}),
    ],
)  # fmt: skip
def test_each_fault_has_its_code_place_and_subject(
    old: str, new: str, code: str, under: str | None, params: Mapping[str, str]
) -> None:
    found = [one for one in problems(old, new) if one[0] == code]
    assert len(found) == 1
    assert under is None or found[0][1] == under
    assert params.items() <= found[0][2].items()


def test_no_stages_at_all() -> None:
    start = INTERFACE.index("stages:")
    text = INTERFACE[:start] + "stages: []\n" + INTERFACE[INTERFACE.index("panel:\n") :]
    read = read_program(text, "program.yaml")
    assert [(one.code, one.params["key"], one.params["limit"]) for one in read.diagnostics] == [
        ("IKM124", "stages", "1")
    ]


def test_all_faults_of_a_file_come_at_once() -> None:
    text = INTERFACE.replace("quota: 10", "quota: ten").replace("unit: person", "unit: x").replace("format: 1", "")
    text += "venue: twice\n"
    assert sorted(one.code for one in read_program(text, "p").diagnostics) == [
        "IKM104", "IKM104", "IKM104", "IKM107", "IKM108",
    ]  # fmt: skip


def test_quotas_of_a_stage_are_found_where_they_stand() -> None:
    stage = "stages:\n  - id: curation "
    assert stage in INTERFACE
    text = INTERFACE.replace(stage, "stages:\n  - quota: {ecoprint: ten, furniture: {max: x}}\n    id: curation ")
    found = [(one.where.line, one.where.column, one.params["key"]) for one in read_program(text, "p").diagnostics]
    line = text[: text.index("ecoprint: ten")].count("\n") + 1
    assert found == [(line, 23, "quota.ecoprint"), (line, 45, "quota.furniture.max")]
    missing = read_program(text.replace("{ecoprint: ten, furniture: {max: x}}", "{min: 1}"), "p").diagnostics
    assert [(one.code, one.params["key"]) for one in missing] == [("IKM103", "quota.max")]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "word\n"])
def test_a_program_is_a_map(text: str) -> None:
    read = read_program(text, "program.yaml")
    assert read.value is None
    assert [(one.code, one.where.file) for one in read.diagnostics] == [("IKM114", "program.yaml")]


DECISION = "- {do: %s, stage: curation, by: Ketua Tim, on: 2025-10-10, reason: sakit%s}\n"


@pytest.mark.parametrize(
    ("act", "more", "expected"),
    [
        ("withdraw", ", id: P017", []),
        ("withdraw", "", [("IKM129", "`id`, `ids`")]),
        ("withdraw", ", id: P017, ids: [P018, P019]", [("IKM129", "`id`, `ids`")]),
        ("order", ", ids: [P017]", [("IKM129", "`id`, `ids`")]),
        ("order", ", ids: [P017, P018]", []),
        ("correct", ", id: P017, new: '3'", [("IKM129", "`mark`, `field`")]),
        ("correct", ", id: P017, mark: post_test, old: '3', new: '4'", []),
        ("admit", ", id: P017", [("IKM103", "seat")]),
        ("admit", ", id: P017, seat: extra", []),
        ("fire", ", id: P017", [("IKM107", "do")]),
        ("withdraw", ", id: P017, kind: x", [("IKM107", "kind")]),
    ],
)
def test_a_decision_has_the_keys_of_its_act(act: str, more: str, expected: list[tuple[str, str]]) -> None:
    read = read_decisions(DECISION % ("reinstate", ", id: P001") + DECISION % (act, more), "decisions.yaml")
    assert [(one.code, one.params.get("keys", one.params["key"])) for one in read.diagnostics] == expected
    assert (read.value is None) == bool(expected)
    for one in read.diagnostics:
        assert (one.where.line, one.params["of"], one.params["name"]) == (2, "entry", "2")


def test_each_key_that_an_event_lacks_is_named() -> None:
    text = "- {event: lock, what: pool, stage: s, decisions: {count: 0, digest: %s}, on: 2025-09-26, by: K}\n" % (
        "0" * 64
    )
    read = read_events(text, "events.yaml")
    assert [(one.code, one.params["key"]) for one in read.diagnostics] == [
        ("IKM103", "number"), ("IKM103", "engine"), ("IKM103", "pool"),
    ]  # fmt: skip


def test_a_closed_objection_has_a_day_and_an_answer() -> None:
    text = '- {id: 1, participant: P031, received: 2025-10-08, ground: "nilai", status: rejected}\n'
    read = read_objections(text, "objections.yaml")
    assert [(one.code, one.params["key"]) for one in read.diagnostics] == [("IKM103", "answered"), ("IKM103", "answer")]
    open_one = read_objections(text.replace("status: rejected", "status: open"), "objections.yaml")
    assert open_one.value is not None
    assert open_one.value[0].status == "open"


def test_a_key_that_is_there_and_empty_is_shown_itself() -> None:
    read = read_objections(
        '- {id: 1, participant: P1, received: 2025-10-08, ground: "x", status: rejected, answered: null, answer: ""}',
        "o",
    )
    assert [(one.where.column, one.where.length) for one in read.diagnostics] == [(91, 4), (105, 2)]


def test_a_demand_line_is_named_by_its_id() -> None:
    text = "firms:\n  - {id: pt-a, name: PT A, lines: [{id: meja, product: Meja, capacity: 0}]}\n"
    read = read_partners(text, "partners.yaml")
    assert [(one.code, one.params["of"], one.params["name"]) for one in read.diagnostics] == [
        ("IKM116", "line", "meja")
    ]


def test_a_value_as_long_as_a_nik_is_not_repeated() -> None:
    text = DECISION % ("withdraw", ", id: P1, stagge: 3324015509879001") + "- 3324015509879001\n"
    read = read_decisions(text, "decisions.yaml")
    assert [one.code for one in read.diagnostics] == ["IKM102", "IKM114"]
    assert "3324015509879001" not in repr([dict(one.params) for one in read.diagnostics])


def test_a_reason_is_never_repeated() -> None:
    text = DECISION.replace("reason: sakit", "reason: [Siti Aminah]") % ("withdraw", ", id: P1")
    read = read_decisions(text, "decisions.yaml")
    assert [one.code for one in read.diagnostics] == ["IKM115"]
    assert "Siti" not in repr([dict(one.params) for one in read.diagnostics])


def test_an_entry_without_a_name_is_counted() -> None:
    node, _ = read_nodes("tracks:\n  - {quota: 1}\n  - {id: [], quota: 2}\n  - word\n", "p")
    assert subject(node, ("tracks", 0, "quota"))["name"] == "1"
    assert subject(node, ("tracks", 1, "quota"))["name"] == "2"
    assert subject(node, ("tracks", 2)) == {"key": "tracks", "leaf": "tracks"}
    assert subject(None, ()) == {"key": "", "leaf": "key"}


def test_the_nearest_word_comes_first() -> None:
    assert nearest("weihgt", ["id", "weight", "height"]) == "`weight`, `height`"
    assert nearest("zzz", ["id", "weight"]) == "`id`"
    assert nearest("x", []) == "``"


def test_the_invisible_character_is_found() -> None:
    assert unseen_character("a\nb\u200bc\u202e") == "U+200B"
    assert unseen_character("ab") == ""


def test_a_custom_error_may_bring_its_own_code() -> None:
    text = INTERFACE.replace("{rule: attendance, min_sessions: 4}", "{rule: attendance}")
    read = read_program(text, "p")
    assert [(one.code, one.params["keys"]) for one in read.diagnostics] == [("IKM129", "`min_sessions`, `min_share`")]


# --- nothing that pydantic can say is left without words ---

MODELS: list[type[BaseModel]] = [
    Program, Decision, Event, Objection, Partners, *RULES.values(), *SCALES.values(),
]  # fmt: skip

ERRORS_OF: dict[str, tuple[str, ...]] = {
    "int": ("int_type",),
    "decimal": ("decimal_type",),
    "bool": ("bool_type",),
    "date": ("date_type",),
    "str": ("string_type",),
    "literal": ("literal_error",),
    "tuple": ("tuple_type",),
    "dict": ("dict_type",),
    "model": ("model_type",),
    "model-fields": ("missing", "extra_forbidden"),
    "nullable": (),
    "default": (),
    "function-before": (),
    "function-after": (),
    "function-plain": (),
    "definitions": (),
    "definition-ref": (),
    "dataclass": (),  # a Source, which the validator before it has built
    "dataclass-args": (),
    "dataclass-field": (),
    "any": (),
    "model-field": (),
    "custom-error": (),
}
"""Kind of a pydantic schema -> what it may say of text, lists and maps."""

CONSTRAINTS: dict[tuple[str, str], str] = {
    ("str", "min_length"): "string_too_short",
    ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    ("tuple", "min_length"): "too_short",
    ("tuple", "max_length"): "too_long",
    ("int", "ge"): "greater_than_equal",
    ("int", "gt"): "greater_than",
    ("int", "le"): "less_than_equal",
    ("int", "lt"): "less_than",
    ("decimal", "ge"): "greater_than_equal",
    ("decimal", "gt"): "greater_than",
    ("decimal", "le"): "less_than_equal",
    ("decimal", "lt"): "less_than",
}


def schemas(value: Any, seen: set[int]) -> Iterator[Mapping[str, Any]]:
    """All core schemas inside of one; a dataclass's inside is never reached by text."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, dict):
        if isinstance(value.get("type"), str):
            yield value
            if value["type"] == "dataclass":
                return
        for key, item in value.items():
            if key not in ("metadata", "serialization", "config", "default", "function"):
                yield from schemas(item, seen)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from schemas(item, seen)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_error_that_a_model_can_raise_has_a_code(model: type[BaseModel]) -> None:
    model.model_rebuild(force=True)
    possible = set()
    for schema in schemas(model.__pydantic_core_schema__, set()):
        assert schema["type"] in ERRORS_OF, schema["type"]
        possible |= set(ERRORS_OF[schema["type"]])
        possible |= {error for (kind, key), error in CONSTRAINTS.items() if schema["type"] == kind and key in schema}
        others = {"multiple_of", "max_digits", "decimal_places", "gt", "lt"} & {key for key in schema if schema[key]}
        assert not {key for key in others if (schema["type"], key) not in CONSTRAINTS}
    assert len(possible) > 1
    assert possible - {"missing", "extra_forbidden"} <= set(faults._CODES)


def test_every_custom_error_has_a_code() -> None:
    root = Path(ikmctl.__file__).parent
    sources = [
        path.read_text(encoding="utf-8") for layer in ("domain", "engine") for path in root.glob(f"{layer}/**/*.py")
    ]
    kinds = set(re.findall(r"Pydantic(?:Custom|Known)Error\(\s*\"(\w+)\"", "\n".join(sources)))
    assert len(kinds) > 10
    known = {*faults._CODES, *faults._MISSING, *faults._CHOICE_OF_KEYS, "unknown_choice", *CODES}
    assert kinds <= known


def texts(lang: str, name: str) -> Mapping[str, tuple[str, str]]:
    module = __import__(f"ikmctl.render.messages.{lang}.{name}", fromlist=["PROBLEMS"])
    found: Mapping[str, tuple[str, str]] = module.PROBLEMS
    return found


MINE = [code for code in CODES if "IKM100" <= code <= "IKM129" or "IKM900" <= code <= "IKM949"]


@pytest.mark.parametrize("code", MINE)
def test_every_code_has_words_in_both_languages(code: str) -> None:
    name = "program" if code.startswith("IKM1") else "machine"
    fields = []
    for lang in LANGUAGES:
        message, hint = texts(lang, name)[code]
        assert message
        assert hint
        assert not message.endswith(".")
        assert message.count("`") % 2 == 0
        assert hint.count("`") % 2 == 0
        fields.append({field for part in (message, hint) for _, field, _, _ in Formatter().parse(part) if field})
    assert fields[0] == fields[1]


def test_every_parameter_of_a_text_is_given() -> None:
    """Break the example in many places, and fill each text without a gap."""
    from ikmctl.render.messages.lookup import problem

    words = ["ten", "", "[a]", "{a: b}", "~", "-5", "9" * 19, "2025-02-30", '"\u200bx"', "x" * 5000, '"A B"']
    places = list(re.finditer(r"(?<=[\[ ])[A-Za-z0-9.\"-]+(?=[,}\]\n])", INTERFACE))
    seen = set()
    for number, word in enumerate(words):
        for match in places[number::23]:
            text = INTERFACE[: match.start()] + word + INTERFACE[match.end() :]
            for one in read_program(text, "p").diagnostics:
                if one.code in seen:
                    continue
                seen.add(one.code)
                for lang in LANGUAGES:
                    assert "?" not in "".join(problem(lang, one)), one
    assert "IKM100" not in seen
    assert len(seen) >= 12


def test_an_error_of_a_kind_that_nobody_foresaw_is_still_a_diagnostic() -> None:
    read = read_model(Partners, "firms: []\n", "p")
    assert read.node is not None
    place = Place(read.node, "p", Partners, {})
    (one,) = faults.diagnose("brand_new", ("firms",), {}, place)
    assert (one.code, one.params["found"]) == ("IKM100", "[...]")


def test_a_program_of_nothing_but_unknown_keys_is_refused_without_naming_each() -> None:
    text = INTERFACE + "".join(f"extra_{number}: 1\n" for number in range(3000))
    assert len(read_program(text, "program.yaml").diagnostics) == 200
