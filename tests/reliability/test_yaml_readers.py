"""Two parsers read YAML, a quick one and a strict one: whatever the quick one takes, the strict one reads the same.

IKMCTL_FUZZ=100000 sets how many texts are tried, IKMCTL_FUZZ_SEED which.
"""

import random

from reliability.mangle import mangled
from reliability.test_fuzz import COHORTS, COUNT, SEED, seeds

from ikmctl.store.yamlnodes import _read_any, _read_sound, _refuse_text

KINDS = ("program.yaml", "decisions.yaml", "events.yaml", "shortlist.yaml", "objections.yaml", "columns.yaml")


def test_sound_files_are_read_by_the_quick_parser() -> None:
    files = sorted(COHORTS.rglob("*.yaml"))
    assert len(files) > 10
    for path in files:
        text = path.read_text("utf-8")
        root = _read_sound(text, path.name)
        assert (root, []) == _read_any(text, path.name)
        assert root is not None or path.read_text("utf-8").strip() in ("", "[]")


def test_what_the_quick_parser_takes_the_strict_one_reads_the_same() -> None:
    taken = 0
    for number in range(COUNT):
        chance = random.Random(SEED * 1_000_003 + number)
        text = mangled(chance, chance.choice(seeds(chance.choice(KINDS)))).replace("\r\n", "\n") + "\n"
        if _refuse_text(text, "x.yaml"):
            continue
        root = _read_sound(text, "x.yaml")
        if root is not None:
            taken += 1
            assert _read_any(text, "x.yaml") == (root, []), text
    assert taken > COUNT // 4
