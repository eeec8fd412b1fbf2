"""Random walks over whole commands: whatever somebody types in whatever order, what every command promises holds.

IKMCTL_WALKS=5000 sets how many walks, IKMCTL_WALKS_SEED which. A failure prints the seed and the commands so far.
"""

import contextlib
import io
import json
import os
import random
import shutil
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from reliability.scenes import ENVIRONMENT, Tree, same_bytes, snapshot
from reliability.wandering import TABLES, Words, World, begin, command, edit
from tools.console import Answer, ikmctl

from tests.differential.kit_cases import independent

WALKS: Final = int(os.environ.get("IKMCTL_WALKS", "6"))
SEED: Final = os.environ.get("IKMCTL_WALKS_SEED", "7")
FIRST: Final = int(os.environ.get("IKMCTL_WALKS_FIRST", "0"))
ALL: Final = "IKMCTL_WALKS" in os.environ
SALTED: Final = ("backup", "restore")
STALE: Final = '"stale": true'


class BrokenError(AssertionError):
    """A promise that did not hold."""


@dataclass
class Walk:
    """One walk: the world, and what was typed."""

    world: World
    typed: list[str] = field(default_factory=list)
    sound: bool = True
    """Whether `verify` said MATCH last."""
    edited: bool = False

    def ask(self, words: Words, form: str = "json", root: Path | None = None) -> Answer:
        lang = ("id", "en")[len(self.typed) % 2]
        answer = ikmctl([*words, "--format", form], root or self.world.root, lang, ENVIRONMENT)
        if answer.code not in (0, 1, 2) or "[IKM980]" in answer.both or "Traceback" in answer.both:
            raise BrokenError(f"an accident: {words} (exit {answer.code})\n{answer.both[-3000:]}")
        return answer

    def must(self, holds: object, *said: object) -> None:
        if not holds:
            raise BrokenError("\n".join(map(str, said)))


def _brief(answer: Answer) -> str:
    """What an answer says, without the tables."""
    try:
        body = json.loads(answer.out)
    except ValueError:
        return f"exit {answer.code}: {answer.both[-2000:]}"
    told = [f"{one['code']} {one['severity']} {one.get('file', '')} {one['message']}" for one in body["diagnostics"]]
    return "\n  ".join((f"exit {answer.code}, wrote {body.get('written')}", *told))


def _differing(before: Tree, after: Tree) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def _codes(body: Mapping[str, Any]) -> list[str]:
    return [one["code"] for one in body["diagnostics"]]


def step(walk: Walk, scratch: Path) -> None:
    """One command, with everything that must be true of it."""
    world = walk.world
    if world.numbers() and world.chance.random() < 0.06:
        walk.typed.append(f"# edit {edit(world)}")
        walk.edited, walk.sound = True, verified(walk) == 0
        return
    words = command(world)
    walk.typed.append(" ".join(json.dumps(one) if " " in one or not one else one for one in words))
    before = snapshot(world.root)
    copy = scratch / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(world.root, copy)
    dry = walk.ask([*words, "--dry-run"]) if world.chance.random() < 0.3 else None
    walk.must(snapshot(world.root) == before, "a dry run wrote", _differing(before, snapshot(world.root)))
    answer = walk.ask(words)
    after = snapshot(world.root)
    body = json.loads(answer.out)
    wrote = {*body.get("written", ()), *body.get("removed", ())}
    changed = _differing(before, after)
    if answer.code == 2:
        walk.must(not changed, "refused, yet wrote", changed, _brief(answer))
    walk.must(changed == wrote, "said to be written", wrote, "was written", changed, _brief(answer))
    if dry is not None:
        told = json.loads(dry.out)
        walk.must(dry.code == answer.code, "another code than the dry run", _brief(dry), _brief(answer))
        walk.must(
            {*told.get("written", ()), *told.get("removed", ())} == wrote, "another plan", _brief(dry), _brief(answer)
        )
    if words[0] not in SALTED and (changed or dry is None):
        again = walk.ask(words, root=copy)
        walk.must(again.code == answer.code, "another code the second time", _brief(again))
        walk.must(snapshot(copy) == after, "other files the second time", _differing(snapshot(copy), after))
    if words[0] in ("score", "match") and answer.code == 0:
        walk.ask(words)
        walk.must(snapshot(world.root) == after, "not the same when said again")
    counted(walk, body)
    if changed:
        looked_at(walk, words, answer, body)
        proven(walk, scratch)
    if world.chance.random() < (0.35 if changed else 0.1):
        reads(walk, everybody=world.chance.random() < 0.2)


def counted(walk: Walk, body: Mapping[str, Any]) -> None:
    """Every row that was read went somewhere."""
    data = body.get("data")
    for file in (data or {}).get("files", ()) if isinstance(data, dict) else ():
        if isinstance(file, dict) and "rows" in file:
            parts = file["kept"] + file["merged"] + file["rejected"] + file["skipped"]
            walk.must(file["rows"] == parts, "rows are lost", file)


def verified(walk: Walk) -> int:
    return walk.ask(["verify"]).code


def looked_at(walk: Walk, words: Words, answer: Answer, body: Mapping[str, Any]) -> None:
    """`verify` after an act that wrote."""
    said = walk.ask(["verify"])
    told = set(_codes(body))
    if STALE in answer.out or any(one["severity"] == "error" for one in body["diagnostics"]):
        told |= {"IKM560", "IKM562"}
    found = [one["code"] for one in json.loads(said.out)["diagnostics"] if one["severity"] == "error"]
    if walk.sound:
        silent = set(found) - told
        walk.must(not silent, "verify differs after", words, _brief(answer), _brief(said))
    walk.sound = said.code == 0
    if walk.sound:
        listed(walk)


def proven(walk: Walk, scratch: Path) -> None:
    """The kit of this state says MATCH or CANNOT SAY."""
    target = scratch / "kit.zip"
    target.unlink(missing_ok=True)
    made = walk.ask(["audit-kit", "-o", str(target)])
    walk.must(target.exists() == (made.code == 0), "kit", _brief(made))
    if made.code:
        return
    with zipfile.ZipFile(target) as zipped:
        shutil.rmtree(scratch / "kit", ignore_errors=True)
        zipped.extractall(scratch / "kit")
    module = independent()
    module.FOLDER = str(scratch / "kit" / "walk-audit")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = module.main()
    walk.must(code in (0, 2), "the kit differs", out.getvalue()[-3000:])
    walk.must("not as ikmctl writes it" not in out.getvalue(), "the kit's program stumbles", out.getvalue()[-3000:])
    KITS[code] += 1
    if walk.world.chance.random() < 0.15:
        since = walk.ask(["diff", "--since", str(target)])
        walk.must(since.code == 0, "diff", _brief(since))


KITS: Final[Counter[int]] = Counter()


def reads(walk: Walk, *, everybody: bool) -> None:
    """No reading command stumbles."""
    world = walk.world
    walk.ask(["status"], world.chance.choice(("text", "json")))
    walk.ask(["validate"], world.chance.choice(("text", "json", "github")))
    numbers = world.numbers()
    for number in numbers if everybody else world.chance.sample(numbers, min(1, len(numbers))):
        for stage in world.stages:
            more = ["--what-if"] if world.chance.random() < 0.3 else []
            walk.ask(["explain", number, "--stage", stage, *more], world.chance.choice(("text", "json")))
    for table in TABLES if everybody else world.chance.sample(TABLES, 2):
        for stage in world.stages:
            more = [flag for flag in ("--names", "--steps") if world.chance.random() < 0.3]
            walk.ask(["show", table, "--stage", stage, *more], world.chance.choice(("text", "json", "csv", "markdown")))


def _decisions(world: World) -> list[Mapping[str, Any]]:
    from ikmctl.store.files import read_decisions

    path = world.cohort / "decisions.yaml"
    read = read_decisions(path.read_text("utf-8"), "x").value if path.exists() else ()
    return [one.model_dump() for one in read or ()]


def listed(walk: Walk) -> None:
    """What no list may ever say."""
    from ikmctl.store.layout import CohortPaths
    from ikmctl.store.shortlist_file import read_shortlist
    from ikmctl.workflow.derive import rebuild
    from ikmctl.workflow.load import load

    world = walk.world
    people = {row["number"]: row for row in world.rows("participants.csv")}
    cohort, _ = load(CohortPaths(world.cohort))
    walk.must(cohort is not None, "verified, yet not loaded")
    assert cohort is not None
    results = rebuild(cohort).results
    for stage in cohort.program.stages:
        path = world.cohort / stage.id / "shortlist.yaml"
        if not path.exists():
            continue
        read = read_shortlist(path.read_text("utf-8"), "x")
        walk.must(read is not None, "a list that cannot be read", path.read_text("utf-8"))
        assert read is not None
        scores = {row["number"]: row for row in world.rows(f"{stage.id}/scores.csv")}
        admitted: dict[str, str] = {}
        out: dict[str, str] = {}
        for one in _decisions(world):
            if one["stage"] != stage.id:
                continue
            if one["do"] == "admit":
                admitted[one["id"]] = one["seat"]
            if one["do"] in ("withdraw", "disqualify"):
                out[one["id"]] = one["do"]
            if one["do"] == "reinstate":
                out.pop(one["id"], None)
        seated = [entry.number for entry in read.selected]
        walk.must(len(set(seated)) == len(seated), "somebody is selected twice", seated)
        waiting = [entry.number for entry in read.reserves]
        walk.must(not {*seated} & {*waiting}, "selected and reserve", seated, waiting)
        for entry in (*read.selected, *read.reserves):
            who = entry.number
            walk.must(who in people, "nobody", who)
            walk.must(entry.track, "without a track", who)
            walk.must(who not in out, "out, yet on the list", who, out)
            walk.must(scores[who]["eligible"] == "true" or who in admitted, "not eligible", who, scores[who])
        extra = {who for who, seat in admitted.items() if seat == "extra"}
        per_track = results[stage.id].per_track
        for track in cohort.program.all_tracks:
            mine = [entry for entry in read.selected if entry.track == track.id and entry.number not in extra]
            most = per_track or cohort.program.quota_of(stage, track).max
            walk.must(most is None or len(mine) <= most, "more than the quota", track.id, mine, most)


def walked(number: int, folder: Path) -> Walk:
    chance = random.Random(f"{SEED}/{number}")
    walk = Walk(begin(folder / "world", chance))
    (folder / "scratch").mkdir()
    try:
        for _ in range(chance.randint(10, 40) if ALL else chance.randint(8, 12)):
            step(walk, folder / "scratch")
    except Exception as fault:
        fault.add_note(f"walk {SEED}/{number}")
        fault.add_note("\n".join(walk.typed))
        raise
    return walk


def test_no_walk_breaks_a_promise(tmp_path: Path) -> None:
    with same_bytes():
        for number in range(FIRST, FIRST + WALKS):
            walked(number, tmp_path / str(number))
            shutil.rmtree(tmp_path / str(number))
