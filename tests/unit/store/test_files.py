from datetime import date
from typing import Any

import pytest

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding, Severity
from ikmctl.domain.event import DecisionsSoFar, Event
from ikmctl.store.authored import check
from ikmctl.store.files import (
    COLUMNS_HEAD,
    append_decision,
    append_event,
    read_columns,
    read_decisions,
    read_events,
    read_objections,
    read_partners,
    write_columns,
)

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def decision(**more: Any) -> Decision:
    values: dict[str, Any] = {
        "do": "withdraw", "id": "P017", "stage": "curation", "by": "Ketua Tim", "on": date(2025, 10, 10),
        "reason": "mundur",
    }  # fmt: skip
    return Decision(**{**values, **more})


def event(**more: Any) -> Event:
    values: dict[str, Any] = {
        "event": "lock", "what": "rules", "number": 1, "stage": "curation", "rules": DIGEST, "engine": 1, "marks": 0,
        "decisions": DecisionsSoFar(count=0, digest=DIGEST), "on": date(2025, 9, 26), "by": "Ketua Tim",
    }  # fmt: skip
    return Event(**{**values, **more})


def test_a_decision_is_written_as_the_interface_shows() -> None:
    text = append_decision("", decision(kind="mundur", reason="pindah kota", document="SP/1"))
    assert text == (
        "- {do: withdraw, id: P017, stage: curation, kind: mundur, by: Ketua Tim, on: 2025-10-10, "
        'reason: "pindah kota", document: "SP/1"}\n'
    )
    order = decision(do="order", id=None, ids=("P017", "P031"), by="Dewan Juri", reason="rapat", document="BA/3")
    assert append_decision("", order) == (
        "- {do: order, ids: [P017, P031], stage: curation, by: Dewan Juri, on: 2025-10-10, "
        'reason: "rapat", document: "BA/3"}\n'
    )


def test_an_event_is_written_as_the_interface_shows() -> None:
    assert append_event("", event()) == (
        f"- {{event: lock, what: rules, number: 1, stage: curation, rules: {DIGEST}, engine: 1, marks: 0, "
        f'decisions: {{count: 0, digest: {DIGEST}}}, on: 2025-09-26, by: Ketua Tim, reason: ""}}\n'
    )


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# keputusan\n",
        "# keputusan",
        "- {do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r}\n# tail\n",
        "- {do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r}",
        "---\n- do: withdraw\n  id: P001\n  stage: s\n  by: K\n  on: 2025-10-10\n  reason: |\n    r\n",
        "  - {do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r}\n",
        "- do: withdraw\r\n  id: P001\r\n  stage: s\r\n  by: K\r\n  on: 2025-10-10\r\n  reason: r\r\n",
        "\ufeff- {do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r}\n",
    ],
)
def test_appending_keeps_every_byte_before(before: str) -> None:
    old = read_decisions(before, "d").value
    assert old is not None
    added = decision()
    after = append_decision(before, added)
    assert after.startswith(before)
    assert read_decisions(after, "d").value == (*old, added)
    assert ("\r\n" in before) == ("\r\n" in after)
    assert "\r\r" not in after


@pytest.mark.parametrize(
    "before",
    [
        "[]\n",
        "# none yet\n[ ]  # really ]\n",
        "# [keputusan]\r\n[]\r\n",
        "--- []\n",
        "[ # belum ada\n]\n",
        "--- [{do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r}]\n",
        "[{do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r} # satu\n]\n",
        "[{do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r}, # satu,\n]\n",
        "[{do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: 'a # b'}]",
        "[{do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r}]\n",
        "[\n  {do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: 'a ] b'},\n]  # end ]\n",
    ],
)
def test_appending_to_a_list_in_brackets(before: str) -> None:
    old = read_decisions(before, "d").value
    assert old is not None
    after = append_decision(before, decision())
    assert read_decisions(after, "d").value == (*old, decision())
    assert all(
        comment in after
        for comment in (
            "# none yet",
            "# really ]",
            "# end ]",
            "# [keputusan]",
            "# belum ada\n",
            "# satu\n",
            "# satu,\n",
        )
        if comment in before
    )


@pytest.mark.parametrize("before", ["null", "~\n", "# ~\n--- Null # belum\n"])
def test_appending_to_nothing_in_so_many_words(before: str) -> None:
    assert read_decisions(before, "d").value == ()
    after = append_decision(before, decision())
    assert read_decisions(after, "d").value == (decision(),)
    assert ("# belum" in after) == ("# belum" in before)


def test_appending_takes_no_text_for_each_bracket_of_a_comment() -> None:
    before = "[{do: withdraw, id: P001, stage: s, by: K, on: 2025-10-10, reason: r}]\n"
    comment = "# " + "]" * 50_000 + "\n"
    assert append_decision(comment + before, decision()) == comment + append_decision(before, decision())


@pytest.mark.parametrize("broken", ["a: 1\n", "[1\n", "- a\n- &x b\n", "word\n"])
def test_appending_to_what_is_no_list_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="readable list"):
        append_decision(broken, decision())


def test_awkward_words_survive() -> None:
    added = decision(id="1E5", by="Ketua: Tim #1", reason='kata "ya"\nlalu\\', document="", old="017", new="yes")
    assert read_decisions(append_decision("", added), "d").value == (added,)
    assert read_events(append_event("", event(reason="- x", witness="null")), "e").value == (
        event(reason="- x", witness="null"),
    )


def test_a_missing_file_is_an_empty_list() -> None:
    assert read_decisions("", "d").value == ()
    assert read_events("# nothing\n", "e").value == ()
    assert read_objections("", "o").value == ()
    assert read_columns("", "c").value == {}


def test_a_map_where_a_list_belongs() -> None:
    read = read_events("event: lock\n", "events.yaml")
    assert read.value is None
    assert [(one.code, one.where.line) for one in read.diagnostics] == [("IKM113", 1)]


def test_broken_yaml_is_no_empty_list() -> None:
    read = read_decisions("- {do: withdraw\n", "decisions.yaml")
    assert read.value is None
    assert [one.code for one in read.diagnostics] == ["IKM101"]
    assert read.where((0, "do")).line is None


def test_partners_with_their_lines() -> None:
    read = read_partners(
        'firms:\n  - {id: pt-a, name: PT A, lines: [{id: meja, product: Meja, kbli: "31001", volume: 200, unit: pcs, '
        "papers: [SVLK], price: 150000, capacity: 2}]}\n",
        "partners.yaml",
    )
    assert read.value is not None
    (line,) = read.value.firms[0].lines
    assert (line.id, line.kbli, line.capacity, line.price, line.papers) == ("meja", "31001", 2, 150_000, ("SVLK",))


def test_columns_survive_writing_and_reading() -> None:
    columns = {
        "participants": {
            "Nama Lengkap: (sesuai KTP)": "name",
            "NIK": "nik",
            '"x"': "label",
            "Nama\u200e": "name",
            "setuju " * 300: "consent",
        },
        "marks": {},
    }
    text = write_columns(columns)
    assert text.startswith(COLUMNS_HEAD)
    read = read_columns(text, "columns.yaml")
    assert read.diagnostics == ()
    assert read.value == columns
    assert write_columns(dict(reversed(columns.items()))) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n", [("IKM114", "", 1)]),
        ("participants: [a]\n", [("IKM114", "participants", 1)]),
        ("participants:\n  Nama: [name]\n", [("IKM115", "participants.Nama", 2)]),
        ("participants: {Nama: name, Nama: nik}\n", [("IKM108", "Nama", 1)]),
    ],
)
def test_columns_of_another_shape_are_refused(text: str, expected: list[tuple[str, str, int]]) -> None:
    read = read_columns(text, "columns.yaml")
    assert read.value is None
    assert [(one.code, one.params["key"], one.where.line) for one in read.diagnostics] == expected


def test_findings_of_pure_code_get_their_place() -> None:
    read = read_decisions("- {do: withdraw, id: P9, stage: s, by: K, on: 2025-10-10, reason: r}\n", "decisions.yaml")
    found = Finding("IKM500", "decisions.yaml", (0, "id"), {"found": "P9"}, Severity.WARNING)
    placed = read.place(found)
    assert (placed.where.line, placed.where.column, placed.where.length, placed.severity) == (1, 22, 2, "warning")
    warned = check(read, lambda _: [found])
    assert warned.value == read.value
    assert warned.diagnostics == (placed,)
    refused = check(read, lambda _: [Finding("IKM500", "decisions.yaml", (0, "id"))])
    assert refused.value is None
    assert check(refused, lambda _: [found]) is refused
