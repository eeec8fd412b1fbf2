import time

import pytest

from ikmctl.store.nodes import MAX_DEPTH, plain
from ikmctl.store.yamlnodes import MAX_CHARACTERS, read_nodes

# name, text, expected problems as (code, line, column)
HOSTILE: list[tuple[str, str, list[tuple[str, int | None, int | None]]]] = [
    ("anchor", "a: &x 1\n", [("IKM109", 1, 4)]),
    ("anchor on a map", "a: &x\n  b: 1\n", [("IKM109", 1, 4)]),
    ("anchor on a list", "a: &x [1]\n", [("IKM109", 1, 4)]),
    ("anchor on a key", "&x a: 1\n", [("IKM109", 1, 1)]),
    ("alias", "a: &x 1\nb: *x\n", [("IKM109", 1, 4), ("IKM109", 2, 4)]),
    ("alias to nothing", "b: *x\n", [("IKM109", 1, 4)]),
    ("alias to itself", "a: &x [*x]\n", [("IKM109", 1, 4), ("IKM109", 1, 8)]),
    ("merge key", "a: {b: 1}\n<<: {b: 1}\n", [("IKM109", 2, 1)]),
    ("merge of an alias", "a: &x {b: 1}\nc:\n  <<: *x\n", [("IKM109", 1, 4), ("IKM109", 3, 7), ("IKM109", 3, 3)]),
    ("merge list", "<<: [{a: 1}, {a: 2}]\n", [("IKM109", 1, 1)]),
    ("string tag", "a: !!str 1\n", [("IKM109", 1, 4)]),
    ("python tag", "a: !!python/object/apply:os.system [id]\n", [("IKM109", 1, 4)]),
    ("local tag", "a: !x 1\n", [("IKM109", 1, 4)]),
    ("bare tag", "a: ! 1\n", [("IKM109", 1, 4)]),
    ("verbatim tag", "a: !<tag:yaml.org,2002:str> 1\n", [("IKM109", 1, 4)]),
    ("tag on a map", "a: !!map\n  b: 1\n", [("IKM109", 1, 4)]),
    ("set", "a: !!set {b, c}\n", [("IKM109", 1, 4)]),
    ("version 1.1", "%YAML 1.1\n---\na: no\n", [("IKM109", 1, 1)]),
    ("version 1.2", "%YAML 1.2\n---\na: no\n", [("IKM109", 1, 1)]),
    ("tag directive", "%TAG ! tag:x,2000:\n---\na: 1\n", [("IKM109", 1, 1)]),
    ("unknown directive", "%FOO\n---\na: 1\n", [("IKM109", 1, 1)]),
    ("two documents", "---\na: 1\n---\nb: 2\n", [("IKM109", 3, 1)]),
    ("end of document", "a: 1\n...\n", [("IKM109", 2, 1)]),
    ("list as key", "[a]: 1\n", [("IKM109", 1, 1)]),
    ("map as key", "? {a: 1}\n: 2\n", [("IKM109", 1, 3)]),
    ("duplicate key", "a: 1\nb: 2\na: 3\n", [("IKM108", 3, 1)]),
    ("duplicate key in brackets", "x: {a: 1, a: 2}\n", [("IKM108", 1, 11)]),
    ("duplicate key, once quoted", "a: 1\n'a': 2\n", [("IKM108", 2, 1)]),
    ("three times the same", "a: 1\na: 2\na: 3\n", [("IKM108", 2, 1), ("IKM108", 3, 1)]),
    ("duplicate key, once with its accent apart", "x: {caf\u00e9: 1, cafe\u0301: 2}\n", [("IKM108", 1, 14)]),
    ("duplicate empty keys", ": 1\n: 2\n", [("IKM108", 2, 1)]),
    ("unclosed list", "a: [1, 2\n", [("IKM101", 1, 4)]),
    ("unclosed map", "a: {b: 1\nc: 2\n", [("IKM101", 2, 2)]),
    ("unclosed quote", "a: 'x\nb: 1\n", [("IKM101", 1, 4)]),
    ("unclosed double quote", 'a: "x\n', [("IKM101", 1, 4)]),
    ("closing bracket alone", "a: ]\n", [("IKM101", 1, 4)]),
    ("wrong bracket", "a: [1}\n", [("IKM101", 1, 6)]),
    ("tab as indentation", "a:\n\tb: 1\n", [("IKM101", 2, 1)]),
    ("deeper line after a value", "a: 1\n  b: 2\n", [("IKM101", 2, 4)]),
    ("shallower than the first", "  a: 1\nb: 2\n", [("IKM101", 2, 1)]),
    ("text after a list", "- a\nb: 1\n", [("IKM101", 2, 1)]),
    ("colon in a plain text", "a: b: c\n", [("IKM101", 1, 5)]),
    ("at sign", "a: @b\n", [("IKM101", 1, 4)]),
    ("backtick", "a: `b`\n", [("IKM101", 1, 4)]),
    ("unknown escape", 'a: "\\q"\n', [("IKM101", 1, 6)]),
    ("escape of no character", '"\\UFFFFFFFF"\n', [("IKM101", 1, 1)]),
    ("half an escape", 'a: "\\x4"\n', [("IKM101", 1, 7)]),
    ("block scalar with a wrong head", "a: |x\n  b\n", [("IKM101", 1, 5)]),
    ("comma without a value", "a: [1,,2]\n", [("IKM101", 1, 7)]),
    ("surrogate escape", 'a: "\\ud800"\n', [("IKM112", 1, 4)]),
    ("null character", "a: \x00\n", [("IKM112", 1, 4)]),
    ("escape character", "a: \x1b[31m\n", [("IKM112", 1, 4)]),
    ("delete", "a: b\x7f\n", [("IKM112", 1, 5)]),
    ("next line", "a: b\x85c: 1\n", [("IKM112", 1, 5)]),
    ("control sequence introducer", "a: \x9b31m\n", [("IKM112", 1, 4)]),
    ("line separator", "a: b\u2028c: 1\n", [("IKM112", 1, 5)]),
    ("right to left override", "a: \u202egnp\n", [("IKM112", 1, 4)]),
    ("isolate", "# \u2066 x\na: 1\n", [("IKM112", 1, 3)]),
    ("arabic letter mark", "a: x\u061c\n", [("IKM112", 1, 5)]),
    ("byte order mark inside", "a: \ufeffx\n", [("IKM112", 1, 4)]),
    ("not a character", "a: \uffff\n", [("IKM112", 1, 4)]),
    ("lone carriage return", "a: 1\rb: 2\n", [("IKM112", 1, 5)]),
    ("two invisible characters", "a: \x00\nb: \x01\n", [("IKM112", 1, 4), ("IKM112", 2, 4)]),
    ("too deep in brackets", "[" * 40 + "]" * 40, [("IKM110", 1, MAX_DEPTH + 1)]),
    ("deep and unclosed", "[" * 30_000, [("IKM110", 1, MAX_DEPTH + 1)]),
    ("too deep in maps", "{a: " * 33 + "1" + "}" * 33, [("IKM110", 1, 4 * MAX_DEPTH + 1)]),
    ("too deep in lines", "".join(f"{'  ' * depth}a:\n" for depth in range(40)), [("IKM110", 33, 65)]),
    ("too many characters", "a: " + "x" * MAX_CHARACTERS, [("IKM111", None, None)]),
]

KIND: list[tuple[str, str, object]] = [
    ("nothing", "", None),
    ("a comment", "# only words\n", None),
    ("a null", "~\n", None),
    ("a document of nothing", "---\n", None),
    ("one word", "word\n", "word"),
    ("a document marker first", "---\na: 1\n", {"a": "1"}),
    ("byte order mark first", "\ufeffa: 1\n", {"a": "1"}),
    ("windows line ends", "a: 1\r\nb:\r\n  - x\r\n", {"a": "1", "b": ["x"]}),
    ("no line end", "a: 1", {"a": "1"}),
    ("literal block", "a: |\n  x\n  y\nb: 1\n", {"a": "x\ny\n", "b": "1"}),
    ("literal block at the end", "a: |\n  x", {"a": "x\n"}),
    ("folded block", "a: >-\n  x\n  y\n", {"a": "x y"}),
    ("text over lines", "a: x\n  y\n", {"a": "x y"}),
    ("brackets over lines", "a: [1,\n  2]\n", {"a": ["1", "2"]}),
    ("trailing comma", "a: [1, 2, ]\n", {"a": ["1", "2"]}),
    ("question mark", "? a\n: 1\n", {"a": "1"}),
    ("empty key", ": 1\n", {"": "1"}),
    ("a key alone in brackets", "{a}\n", {"a": None}),
    ("list no deeper than its key", "a:\n- x\n- y\nb: 1\n", {"a": ["x", "y"], "b": "1"}),
    ("lists in lists", "- - a\n  - b\n- c\n", [["a", "b"], "c"]),
    ("hash without a blank", "a: b#c\n", {"a": "b#c"}),
    ("web address", "a: http://kendalkab.go.id/x\n", {"a": "http://kendalkab.go.id/x"}),
    ("umlaut and emoji", "a: Café \U0001f9f5\n", {"a": "Café \U0001f9f5"}),
    ("escapes", 'a: "x\\ty\\u00e9"\n', {"a": "x\tyé"}),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_hostile_text_is_refused_at_its_place(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    started = time.perf_counter()
    _, problems = read_nodes(text, "program.yaml")
    assert time.perf_counter() - started < 10  # a bomb would take minutes
    assert [(one.code, one.where.line, one.where.column) for one in problems] == expected


def test_the_hostile_corpus_is_large_enough() -> None:
    assert len(HOSTILE) >= 60
    assert len({text for _, text, _ in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in KIND], ids=[row[0] for row in KIND])
def test_what_yaml_people_write_is_read(text: str, expected: object) -> None:
    node, problems = read_nodes(text, "program.yaml")
    assert problems == []
    assert (None if node is None else plain(node)) == expected


def test_too_many_values_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ikmctl.store.yamlnodes.MAX_NODES", 500)
    assert read_nodes("- [" + "a, " * 497 + "a]\n", "x.yaml")[1] == []
    node, problems = read_nodes("- [" + "a, " * 498 + "a]\n", "x.yaml")
    assert node is None
    assert [one.code for one in problems] == ["IKM111"]


def test_the_file_is_still_read_on_where_a_key_stands_twice() -> None:
    node, problems = read_nodes("a: 1\na: 2\nb: 3\n", "x.yaml")
    assert node is not None
    assert plain(node) == {"a": "1", "b": "3"}
    assert dict(problems[0].params) == {"key": "a", "line": 1}


def test_what_was_found_is_quoted() -> None:
    _, problems = read_nodes("a: &basis_data_yang_panjang [1]\nb: !!binary x\n", "x.yaml")
    assert [one.params["found"] for one in problems] == ["&basis_data_yang_panjang", "!!binary"]
    assert [one.where.length for one in problems] == [24, 8]


def test_a_character_is_named_by_its_number() -> None:
    _, problems = read_nodes("a: \u202ex\nb: \x07\n", "x.yaml")
    assert [one.params["char"] for one in problems] == ["U+202E", "U+0007"]


def test_a_flood_of_problems_is_cut() -> None:
    _, invisible = read_nodes("\x07\n" * 500, "x.yaml")
    assert len(invisible) == 50
    _, anchors = read_nodes("".join(f"- &a{index} x\n" for index in range(500)), "x.yaml")
    assert len(anchors) == 50


def test_windows_line_ends_change_no_place() -> None:
    text = "a: 1\nb:\n  - {c: 2}\n"
    assert read_nodes(text, "x") == read_nodes(text.replace("\n", "\r\n"), "x")


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [("\x01" * 300_000, "IKM112", 50), ("%a\n" * 100_000, "IKM109", 50), ("a: !" + "b" * 1_000_000, "IKM109", 1)],
)
def test_a_hostile_text_is_refused_without_looking_at_it_again_for_each_fault(text: str, code: str, count: int) -> None:
    begun = time.process_time()
    node, problems = read_nodes(text, "x.yaml")
    assert node is None
    assert [item.code for item in problems] == [code] * count
    assert time.process_time() - begun < 5  # each took minutes where every fault was looked for from the beginning
