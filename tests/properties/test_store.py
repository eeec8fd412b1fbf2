"""The text files: read(write(x)) is x, and no text whatever ends in anything but diagnostics.

IKMCTL_FUZZ=100000 sets how many texts each fuzz test tries.
"""

import os
import unicodedata
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ikmctl.domain.codes import CODES
from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.document import DocumentRecord
from ikmctl.domain.event import DecisionsSoFar, Event
from ikmctl.domain.ledger import KINDS, ImportRecord
from ikmctl.domain.mark import Mark
from ikmctl.domain.outcome import Outcome
from ikmctl.domain.participant import Participant, is_number
from ikmctl.domain.program import Program
from ikmctl.domain.selection import Because, Entry, Selection, TieBlock
from ikmctl.engine.needs import public_fields
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from ikmctl.store.authored import _validate
from ikmctl.store.emit import scalar
from ikmctl.store.files import (
    append_decision,
    append_event,
    read_columns,
    read_decisions,
    read_events,
    read_objections,
    read_partners,
    read_program,
    write_columns,
)
from ikmctl.store.ledgers import (
    read_documents,
    read_imports,
    read_outcomes,
    write_documents,
    write_imports,
    write_outcomes,
)
from ikmctl.store.nodes import Node, plain
from ikmctl.store.shortlist_file import ShortlistHead, write_shortlist
from ikmctl.store.subjects import Place
from ikmctl.store.tables import read_marks, read_participants, read_table, write_marks, write_participants
from ikmctl.store.yamlnodes import read_nodes

INTERFACE: Final = (Path(__file__).parents[1] / "unit/store/interface.yaml").read_text(encoding="utf-8")
FUZZ: Final = int(os.environ.get("IKMCTL_FUZZ", "1000"))
fuzzed = settings(max_examples=FUZZ, deadline=None, suppress_health_check=list(HealthCheck))
some = settings(max_examples=min(FUZZ, 100), deadline=None, suppress_health_check=list(HealthCheck))

UNSEEN: Final = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
SEEN: Final = st.characters(
    exclude_categories=UNSEEN, exclude_characters="\ufffd"
)  # stands for bytes that nobody could read
WORDS: Final = st.one_of(
    st.text(SEEN, min_size=1, max_size=30),
    st.sampled_from(
        ["yes", "null", "~", "017", "1E5", "2025-10-01", "- a", "a: b", "#x", "'", '"', "\\", "[", "}", " x "]
    ),
).map(lambda text: unicodedata.normalize("NFC", text))
LINES: Final = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
NUMBERS: Final = st.from_regex(r"[A-Z0-9][A-Z0-9./-]{0,9}", fullmatch=True).filter(is_number)
SLUGS: Final = st.from_regex(r"[a-z0-9]([a-z0-9_-]{0,10}[a-z0-9])?", fullmatch=True)
DAYS: Final = st.integers(0, 40_000).map(lambda days: date(1990, 1, 1) + timedelta(days))
HEX: Final = st.integers(0, 16**64 - 1).map(lambda number: f"{number:064x}")
CELLS: Final = st.one_of(st.just(""), WORDS, LINES)


def filled(**parts: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(parts)


BASE: Final = {"stage": SLUGS, "by": WORDS, "on": DAYS, "reason": LINES}
DECISIONS: Final = st.one_of(
    filled(
        do=st.just("withdraw"), id=NUMBERS, kind=st.sampled_from([None, "mundur", "meninggal"]), document=CELLS, **BASE
    ),
    filled(do=st.sampled_from(["disqualify", "reinstate"]), id=WORDS, **BASE),
    filled(do=st.just("admit"), id=NUMBERS, seat=st.sampled_from(["extra", "quota"]), **BASE),
    filled(do=st.just("correct"), id=NUMBERS, mark=SLUGS, item=CELLS, judge=CELLS, old=CELLS, new=CELLS, **BASE),
    filled(do=st.just("correct"), id=NUMBERS, field=SLUGS, new=CELLS, **BASE),
    filled(do=st.just("order"), ids=st.lists(WORDS, min_size=2, max_size=5).map(tuple), **BASE),
).map(lambda values: Decision(**values))
SO_FAR: Final = st.builds(DecisionsSoFar, count=st.integers(0, 999), digest=HEX)
EVENT_BASE: Final = {**BASE, "reason": LINES, "decisions": SO_FAR}
EVENTS: Final = st.one_of(
    filled(
        event=st.just("lock"),
        what=st.just("rules"),
        number=st.integers(1, 9),
        rules=HEX,
        engine=st.just(1),
        **EVENT_BASE,
    ),
    filled(event=st.just("draw"), value=WORDS, source=CELLS, seed=HEX, **EVENT_BASE),
    filled(event=st.just("draw"), lots=st.lists(WORDS, min_size=1).map(tuple), witness=CELLS, **EVENT_BASE),
    filled(
        event=st.just("curate"), per_track=st.integers(1, 99), accept_pending=st.lists(NUMBERS).map(tuple), **EVENT_BASE
    ),
    filled(event=st.just("finalize"), decree=WORDS, result=HEX, **EVENT_BASE),
).map(lambda values: Event(**values))


@some
@given(st.lists(DECISIONS, max_size=4), st.sampled_from(["", "# awal\n", "# tanpa akhir"]), st.booleans())
def test_decisions_that_are_appended_are_read_again(decisions: list[Decision], head: str, windows: bool) -> None:
    text = head.replace("\n", "\r\n") if windows else head
    for decision in decisions:
        after = append_decision(text, decision)
        assert after.startswith(text)
        text = after
    read = read_decisions(text, "decisions.yaml")
    assert read.diagnostics == ()
    assert read.value == tuple(decisions)


@some
@given(st.lists(EVENTS, max_size=4))
def test_events_that_are_appended_are_read_again(events: list[Event]) -> None:
    text = ""
    for event in events:
        text = append_event(text, event)
    assert text.count("\n") == len(events)
    read = read_events(text, "events.yaml")
    assert read.diagnostics == ()
    assert read.value == tuple(events)


@some
@given(st.dictionaries(st.sampled_from(["participants", "marks", "outcomes"]), st.dictionaries(LINES, SLUGS)))
def test_columns_come_back(columns: dict[str, dict[str, str]]) -> None:
    assert read_columns(write_columns(columns), "columns.yaml").value == columns


@some
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_any_scalar_comes_back_or_is_refused_for_what_nobody_sees(text: str) -> None:
    node, problems = read_nodes(f"- {scalar(text)}\n", "x.yaml")
    if problems:
        assert {one.code for one in problems} == {"IKM112"}
    else:
        assert node is not None
        assert plain(node) == [text]


PROGRAM: Final = read_program(INTERFACE, "program.yaml").value
assert PROGRAM is not None
FIELDS: Final = tuple(column.id for column in public_fields(PROGRAM))
FACTS: Final = {
    "age": st.integers(0, 99).map(str),
    "district": st.from_regex(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}", fullmatch=True),
    "gender": st.sampled_from(["female", "male"]),
    "household": WORDS,
    "occupation": LINES,
    "workshop_ready": st.integers(-9, 9).map(str),
}
PEOPLE: Final = st.lists(
    st.builds(
        Participant, NUMBERS, st.sampled_from(["", "ecoprint", "furniture"]), st.sampled_from(["", "ecoprint"]),
        st.one_of(st.just(""), DAYS.map(date.isoformat)), st.just(""), st.fixed_dictionaries({}, optional=FACTS),
    ),
    max_size=6, unique_by=lambda one: one.number,
)  # fmt: skip
MARKS: Final = st.lists(
    st.builds(Mark, NUMBERS, WORDS, CELLS, CELLS, WORDS),
    max_size=8, unique_by=lambda one: (one.number, one.mark, one.item, one.by),
)  # fmt: skip


@some
@given(PEOPLE, st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_participants_come_back_also_through_a_spreadsheet(
    people: list[Participant], comma: str, end: str, mark: str
) -> None:
    assert PROGRAM is not None
    text = write_participants(people, FIELDS)
    if comma != "," or end != "\n" or mark:
        assume(not any(sign in text.split("\n", 1)[1] for sign in '";\t'))
        text = mark + text.replace(",", comma).replace("\n", end)
        assume(comma == "," or "," not in text)
    found, problems = read_participants(text, "participants.csv", PROGRAM)
    assert found == tuple(sorted(people, key=lambda one: one.number))
    assert {one.code for one in problems} <= {"IKM923"}


@some
@given(MARKS, st.randoms(use_true_random=False))
def test_marks_come_back_and_their_order_has_no_power(marks: list[Mark], chance: Any) -> None:
    text = write_marks(marks)
    assert read_marks(text, "marks.csv") == (tuple(sorted(marks)), [])
    chance.shuffle(marks)
    assert write_marks(marks) == text


@some
@given(
    st.lists(st.builds(
        ImportRecord, HEX, st.sampled_from(KINDS), *[st.integers(0, 10**9)] * 5, DAYS, CELLS, CELLS,
    )),
    st.lists(st.builds(DocumentRecord, WORDS, CELLS, CELLS, DAYS, HEX, HEX)),
    st.lists(
        st.builds(Outcome, NUMBERS, DAYS, WORDS, CELLS, st.sampled_from(["self", "visit", "document"])),
        unique_by=lambda one: (one.number, one.on, one.field, one.value),
    ),
)  # fmt: skip
def test_ledgers_come_back(
    imports: list[ImportRecord], documents: list[DocumentRecord], outcomes: list[Outcome]
) -> None:
    assert read_imports(write_imports(imports), "x") == (tuple(imports), [])
    assert read_documents(write_documents(documents), "x") == (tuple(documents), [])
    assert read_outcomes(write_outcomes(outcomes), "x") == (tuple(sorted(outcomes)), [])


ENTRIES: Final = st.lists(
    st.builds(
        Entry, NUMBERS, SLUGS, st.just("selected"), st.sampled_from(Because),
        CELLS.map(lambda text: " ".join(text.split())), st.integers(0, 10**9), st.integers(1, 10**6),
        st.lists(WORDS).map(tuple),
    ),
    max_size=5,
)  # fmt: skip


@some
@given(ENTRIES, st.lists(NUMBERS).map(tuple), st.none() | st.integers(1, 99))
def test_a_shortlist_is_yaml_that_says_what_it_was_given(
    entries: list[Entry], among: tuple[str, ...], per_track: int | None
) -> None:
    head = ShortlistHead("x", "s", "proposed", 1, "a" * 64, "0" * 64, per_track, among)
    selection = Selection("s", tuple(entries), (), {}, undecided=(TieBlock("t", 1, among),))
    node, problems = read_nodes(write_shortlist(head, selection), "shortlist.yaml")
    assert problems == []
    assert node is not None
    data = plain(node)
    assert [one["id"] for one in data["selected"]] == [entry.number for entry in entries]
    assert [one["because"] for one in data["selected"]] == [
        f"{entry.because.value} {entry.detail}".rstrip() for entry in entries
    ]
    assert [one.get("for", []) for one in data["selected"]] == [list(entry.seats) for entry in entries]
    assert data["undecided"] == [{"track": "t", "place": "selected", "seats": "1", "among": list(among)}]
    assert (data.get("per_track"), data.get("pending", [])) == (per_track and str(per_track), list(among))


# --- any text at all ---

BITS: Final = st.sampled_from(
    ["a", "b:", ": ", "- ", "-", " ", "  ", "\n", "\n  ", "\t", "[", "]", "{", "}", ",", "'", '"', "#", " # ", "&a",
     "*a", "!", "!!str ", "<<: ", "%YAML 1.1\n", "---\n", "...\n", "|\n", ">-\n", "? ", "~", "0x1", "1_0", "\\",
     '"\\u', "é",
     "\u202e", "\x00", "\ufeff", "\x85", "\r", "id: ", "quota: ", "tracks:\n", "stages:\n", "do: withdraw"],
)  # fmt: skip
TEXTS: Final = st.one_of(st.lists(BITS, max_size=25).map("".join), st.text(max_size=60))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The example of the interface with a few pieces replaced."""
    text = INTERFACE
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(st.one_of(BITS, WORDS)) + text[start + draw(st.integers(0, 12)) :]
    return text


def sound(problems: tuple[Diagnostic, ...] | list[Diagnostic], text: str) -> None:
    """Every problem has a known code and a place that the text has."""
    lines = text.replace("\r\n", "\n").split("\n")
    for one in problems:
        assert one.code in CODES
        assert one.code != "IKM100"
        assert one.where.line is None or 1 <= one.where.line <= len(lines) + 1
        assert one.where.column is None or one.where.column >= 1
        assert all(isinstance(value, str | int) and len(str(value)) < 1000 for value in one.params.values())


@fuzzed
@given(TEXTS)
@example('"\\U00110000"')
@example("? - a\n: - b")
@example("- !<x> a")
def test_no_text_breaks_the_yaml_files(text: str) -> None:
    node, problems = read_nodes(text, "x.yaml")
    sound(problems, text)
    assert node is None or plain(node) is not None
    for read in (read_decisions, read_events, read_objections, read_partners, read_columns):
        result = read(text, "x.yaml")  # type: ignore[operator]  # they differ in what they return
        sound(result.diagnostics, text)
        assert (result.value is None) == bool(result.diagnostics)


@settings(fuzzed, max_examples=max(50, FUZZ // 20))
@given(damaged())
def test_no_damage_breaks_the_reading_of_a_program(text: str) -> None:
    read = read_program(text, "program.yaml")
    sound(read.diagnostics, text)
    assert (read.value is None) == bool(read.diagnostics)


VALUES: Final = st.recursive(
    st.one_of(
        st.none(), WORDS, TEXTS, st.sampled_from(["0", "-1", "10", "1.5", "2025-09-29", "true", "ecoprint", "all"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(SLUGS, inner, max_size=3)),
    max_leaves=6,
)
EXAMPLE: Final = plain(read_nodes(INTERFACE, "x")[0])  # type: ignore[arg-type]  # the example can be read


def node_of(data: Any, line: int = 1) -> Node:
    """Nodes of plain values, as if they had been read."""
    if isinstance(data, dict):
        keys = tuple(node_of(key, line) for key in data)
        return Node("map", "", True, tuple(node_of(item, line + 1) for item in data.values()), keys, line, 1, 1)
    if isinstance(data, list):
        return Node("list", "", True, tuple(node_of(item, line + 1) for item in data), (), line, 1, 1)
    return Node("scalar", data or "", data is None, (), (), line, 1, 1)


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, item in inner for place in places(item, (*path, key)))]


PLACES: Final = places(EXAMPLE)[1:]


def replaced(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = replaced(copy[path[0]], path[1:], value)
    return copy


@fuzzed
@given(st.sampled_from(PLACES), VALUES, st.booleans())
def test_no_value_breaks_the_model_of_a_program(path: tuple[Any, ...], value: Any, added: bool) -> None:
    if added and isinstance(path[-1], str):
        path = (*path[:-1], path[-1])
        data = replaced(EXAMPLE, path[:-1], {**_at(EXAMPLE, path[:-1]), "extra": value})
    else:
        data = replaced(EXAMPLE, path, value)
    context = {"rules": RULES, "scales": SCALES}
    program, problems = _validate(Program, data, Place(node_of(data), "program.yaml", Program, context))
    sound(problems, "\n" * 50)
    assert (program is None) == bool(problems)


def _at(data: Any, path: tuple[Any, ...]) -> dict[str, Any]:
    for step in path:
        data = data[step]
    return dict(data)


CSV: Final = st.one_of(
    st.lists(
        st.sampled_from(
            ["number,mark,item,by,value\n", "P1,m,,,1\n", ",", ";", "\t", '"', '""', "\n", "\r\n", "\r", "P1",
             "recused", "\ufeff", "\x00", "number", "track", "\u202e", "=1+1", " ", "2025-09-29", "x" * 50],
        ),
        max_size=20,
    ).map("".join),
    st.text(max_size=60),
)  # fmt: skip


@fuzzed
@given(CSV, st.booleans())
def test_no_text_breaks_the_tables(text: str, headed: bool) -> None:
    assert PROGRAM is not None
    people = "number,track,track_2,registered_at,group," + ",".join(FIELDS) + "\n" + text if headed else text
    sound(read_participants(people, "participants.csv", PROGRAM)[1], people)
    sound(read_marks(text, "marks.csv")[1], text)
    for read in (read_imports, read_documents, read_outcomes):
        sound(read(text, "x.csv")[1], text)  # type: ignore[operator]  # they differ in what they return
    assert isinstance(read_table(text, "x.csv"), list)
