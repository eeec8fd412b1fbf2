import pytest

from ikmctl.domain.diagnostic import Where
from ikmctl.store.nodes import Node, child, is_empty, locate, plain, quote
from ikmctl.store.yamlnodes import read_nodes

TEXT = """\
# tracks of the class
title: Kelas Mebel   # as printed
region: "33.24"
empty:
tilde: ~
tracks:
  - {id: furniture, quota: 10}
  - id: ecoprint
    quota: {min: 5, max: 8}
off: [2025-10-01, 2025-10-02]
"""


def root(text: str = TEXT) -> Node:
    node, problems = read_nodes(text, "program.yaml")
    assert problems == []
    assert node is not None
    return node


def at(node: Node, *path: str | int, key: bool = False) -> tuple[int | None, int | None, int]:
    where = locate(node, path, "program.yaml", key=key)
    assert where.file == "program.yaml"
    return where.line, where.column, where.length


def test_scalars_stay_the_text_of_the_file() -> None:
    assert plain(root("a: 0220001234567\nb: no\nc: 1_000\nd: 2025-13-45\ne: 1e999\nf: .nan\ng: 0o7\n")) == {
        "a": "0220001234567", "b": "no", "c": "1_000", "d": "2025-13-45", "e": "1e999", "f": ".nan", "g": "0o7",
    }  # fmt: skip


def test_only_an_unquoted_nothing_is_none() -> None:
    data = plain(root("a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: ''\ng: \"null\"\nh: nil\n"))
    assert data == {"a": None, "b": None, "c": None, "d": None, "e": None, "f": "", "g": "null", "h": "nil"}


def test_the_whole_tree_as_plain_values() -> None:
    assert plain(root()) == {
        "title": "Kelas Mebel",
        "region": "33.24",
        "empty": None,
        "tilde": None,
        "tracks": [{"id": "furniture", "quota": "10"}, {"id": "ecoprint", "quota": {"min": "5", "max": "8"}}],
        "off": ["2025-10-01", "2025-10-02"],
    }


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), (2, 8, 11)),
        (("region",), (3, 9, 7)),
        (("tracks", 0, "quota"), (7, 28, 2)),
        (("tracks", 1, "quota", "max"), (9, 26, 1)),
        (("tracks", 1, "quota"), (9, 12, 16)),
        (("tracks", 0), (7, 5, 26)),
        (("tracks", 1), (8, 5, 2)),
        (("off", 1), (10, 19, 10)),
        ((), (2, 1, 5)),
    ],
)
def test_every_value_has_its_line_column_and_width(path: tuple[str | int, ...], place: tuple[int, int, int]) -> None:
    assert at(root(), *path) == place


def test_a_missing_value_is_shown_at_its_key() -> None:
    assert at(root(), "empty") == (4, 1, 5)
    assert at(root(), "tilde") == (5, 8, 1)


def test_a_key_can_be_asked_for() -> None:
    assert at(root(), "tracks", 0, "quota", key=True) == (7, 21, 5)
    assert at(root(), "tracks", 0, key=True) == (7, 5, 26)


def test_steps_that_the_file_does_not_spell_out_are_passed_over() -> None:
    assert at(root(), "tracks", 0, "quota", "max") == at(root(), "tracks", 0, "quota")
    assert at(root(), "tracks", "by_track", 1, "id") == at(root(), "tracks", 1, "id")
    assert at(root(), "tracks", 7, "quota") == at(root(), "tracks")
    assert at(root(), "nothing") == at(root())


def test_child_knows_keys_and_positions() -> None:
    tree = root("a: [x, y]\n")
    found = child(tree, "a")
    assert found is not None
    key, value = found
    assert key is not None
    assert key.text == "a"
    assert child(value, 1) == (None, value.items[1])
    assert child(value, 2) is None
    assert child(value, -1) is None
    assert child(value, "a") is None
    assert child(tree, "b") is None
    assert child(value.items[0], 0) is None


def test_quotes_are_what_makes_an_empty_text_a_value() -> None:
    tree = root('a: ""\nb:\nc: []\n')
    assert [is_empty(item) for item in tree.items] == [False, True, False]


def test_a_quote_is_short_on_one_line_and_holds_no_nik() -> None:
    assert quote("a\n  b\tc") == "a b c"
    assert quote("x" * 61) == "x" * 57 + "..."
    assert quote("x" * 60) == "x" * 60
    assert quote("NIK 3324015509879001 nya") == "NIK ... nya"


def test_a_place_knows_its_file() -> None:
    assert locate(root("a: 1\n"), ("a",), "x/program.yaml") == Where("x/program.yaml", 1, 4, 1)
