from ikmctl.domain.selection import Because, Entry, Selection, TieBlock
from ikmctl.store.nodes import plain
from ikmctl.store.shortlist_file import ShortlistHead, write_shortlist
from ikmctl.store.yamlnodes import read_nodes

RULES = "5f0c" + "0" * 59 + "a"
POOL = "91ab" + "0" * 60
HEAD = ShortlistHead("kendal-wub-2025", "curation", "proposed", 1, RULES, POOL)


def entry(number: str, because: Because, detail: str = "", key: int | None = 87, **more: object) -> Entry:
    result = "reserve" if because is Because.RESERVE else "selected"
    return Entry(number, "ecoprint", result, because, detail, key, **more)  # type: ignore[arg-type]  # any of its fields


def test_the_layout_of_the_interface() -> None:
    chosen = (entry("P017", Because.PLACE), entry("P142", Because.FLOOR, "gender", 8625, unit=100))
    waiting = (entry("P009", Because.RESERVE, "", 685, unit=10, seats=("any",)),)
    text = write_shortlist(HEAD, Selection("curation", chosen, waiting, {}))
    assert (
        text
        == f"""\
# written by `ikmctl curate`; people change decisions.yaml instead
format: 1
program: kendal-wub-2025
stage: curation
status: proposed
engine: 1
rules: {RULES}
pool: {POOL}
selected:
  - {{track: ecoprint, id: P017, score: "87.000000", because: place}}
  - {{track: ecoprint, id: P142, score: "86.250000", because: "floor gender"}}
reserves:
  - {{track: ecoprint, id: P009, score: "68.500000", because: reserve, for: [any]}}
undecided: []
"""
    )


def test_an_empty_list_with_all_that_a_head_may_say() -> None:
    head = ShortlistHead("x", "s", "proposed", 1, "1" * 64, "1e" + "0" * 62, per_track=12, pending=("P001", "017"))
    ties = (TieBlock("ecoprint", 1, ("P017", "P031")), TieBlock("", 2, ("A", "B"), "tier"))
    selection = Selection(
        "s", (), (), {}, undecided=ties, shortfall={"furniture": 2}, infeasible=("floor gender", "min ecoprint"),
    )  # fmt: skip
    node, problems = read_nodes(write_shortlist(head, selection), "shortlist.yaml")
    assert problems == []
    assert node is not None
    assert plain(node) == {
        "format": "1",
        "program": "x",
        "stage": "s",
        "status": "proposed",
        "engine": "1",
        "rules": "1" * 64,
        "pool": "1e" + "0" * 62,
        "per_track": "12",
        "pending": ["P001", "017"],
        "infeasible": ["floor gender", "min ecoprint"],
        "shortfall": {"furniture": "2"},
        "selected": [],
        "reserves": [],
        "undecided": [
            {"track": "ecoprint", "place": "selected", "seats": "1", "among": ["P017", "P031"]},
            {"place": "tier", "seats": "2", "among": ["A", "B"]},
        ],
    }


def test_without_scores_and_with_prizes() -> None:
    chosen = (entry("1E5", Because.PLACE, key=None, tier="Juara I"), entry("P2", Because.DRAW, key=None))
    lines = write_shortlist(HEAD, Selection("s", chosen, (), {})).splitlines()
    assert lines[9:11] == [
        '  - {track: ecoprint, id: "1E5", because: place, tier: "Juara I"}',
        "  - {track: ecoprint, id: P2, because: draw}",
    ]


def test_one_line_for_each_person() -> None:
    many = tuple(entry(f"P{number:03}", Because.PLACE) for number in range(300))
    text = write_shortlist(HEAD, Selection("s", many, (), {}))
    assert text.count("\n") == 8 + 1 + 300 + 2
