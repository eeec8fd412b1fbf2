"""The kit's own program against the engine: on the examples, on random cohorts, on another Python, after tampering."""

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from tools.console import ikmctl
from tools.office import words_of
from tools.tiny import tiny

from ikmctl.store.layout import CohortPaths
from ikmctl.workflow import audit_kit
from tests.differential.kit_cases import VERIFY, independent, kit_of, lay_out, random_cohort

EXAMPLES = ("kendal-wub-2025", "kendari-sentra-2022", "kendari-sentra-2025", "pekalongan-startup-2022")
ROOT = Path(__file__).parents[2] / "cohorts"
TRIALS = int(os.environ.get("IKMCTL_KIT_TRIALS", "40"))
PYTHONS = ("3.8", "3.9", "3.10", "3.12", "3.13")


def _body(name: str) -> bytes:
    result = audit_kit.run(CohortPaths(ROOT / name), Path("kit.zip"))
    assert result.changes is not None, result.diagnostics
    return next(iter(result.changes.named.values()))


def _unpacked(body: bytes, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(body)).extractall(folder)
    return next(folder.iterdir())


def _answer(folder: Path) -> tuple[int, str]:
    module = independent()
    module.FOLDER = str(folder)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = module.main()
    return code, out.getvalue()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_match_with_nothing_installed(name: str, tmp_path: Path) -> None:
    folder = _unpacked(_body(name), tmp_path)
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "verify.py")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    *digests, verdict = done.stdout.splitlines()
    assert verdict.startswith(f"{name}: MATCH (")
    assert len(digests) >= 3  # rules, pool and result of each stage


@pytest.mark.parametrize("version", PYTHONS)
def test_other_pythons_say_the_same(version: str, tmp_path: Path) -> None:
    python = shutil.which(f"python{version}")
    env = {**os.environ, "PYENV_VERSION": version}
    if python is None or subprocess.run([python, "-V"], capture_output=True, check=False, env=env).returncode:
        pytest.skip(f"no Python {version} here")
    folder = _unpacked(_body("kendal-wub-2025"), tmp_path)
    command = [python, "-I", "-S", str(folder / "verify.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_same_cohort_gives_the_same_bytes() -> None:
    assert _body("kendal-wub-2025") == _body("kendal-wub-2025")


def test_the_program_is_short_and_stands_alone() -> None:
    text = VERIFY.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 500
    imported = {word.strip(",") for line in text.splitlines() if line.startswith(("import ", "from ")) for word in
                line.removeprefix("import ").removeprefix("from ").split(" import ")[0].split()}  # fmt: skip
    assert imported <= set(sys.stdlib_module_names)
    assert "ikmctl." not in text.replace("`ikmctl.", "")


def _sums_again(folder: Path) -> None:
    """As a forger would: the list of digests is written anew."""
    path = folder / "SHA256SUMS"
    names = [line[66:] for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("marks.csv", ",post_test,,,4", ",post_test,,,9", "marks"),
        ("participants.csv", ",ecoprint,", ",furniture,", "participant P"),
        ("curation/rules.json", '"weight":15', '"weight":16', "rules digest"),
        ("curation/pool.json", '"value":"4"', '"value":"5"', "pool digest"),
        ("events.json", '"value":"8392', '"value":"8393', "seed"),
        ("events.json", '"by":"Ketua Tim"', '"by":"Ketua Tem"', "events of the list"),
        ("events.json", '"on":"2025-10-13"', '"on":"2025-10-09"', "events of the list"),
        ("curation/shortlist.yaml", "\nevents: ", "\n# ", "events of the list"),
        ("decisions.json", '"do":"withdraw"', '"do":"disqualify"', "decisions"),
        ("curation/list.json", '"because":"place"', '"because":"draw"', "result against the decree"),
        ("curation/list.json", '"late":[]', '"late":["P001"]', "late without a decision after the draw"),
        ("curation/shortlist.yaml", "because: place", "because: draw", "shortlist.yaml"),
        ("curation/scores.csv", ",true,", ",false,", "selected"),
    ],
)
def test_a_forged_kit_differs(name: str, old: str, new: str, told: str, tmp_path: Path) -> None:
    folder = _unpacked(_body("kendal-wub-2025"), tmp_path)
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new) if name.endswith("scores.csv") else text.replace(old, new, 1), "utf-8")
    _sums_again(folder)
    code, out = _answer(folder)
    assert code == 1
    assert told in out


def test_a_changed_mark_is_named_with_both_values_and_no_others(tmp_path: Path) -> None:
    folder = _unpacked(_body("kendal-wub-2025"), tmp_path)
    path = folder / "marks.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("P059,post_test,"))
    was = lines[at].rsplit(",", 1)[1]
    lines[at] = lines[at].rsplit(",", 1)[0] + ",41"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, out = _answer(folder)
    assert code == 1
    assert f"DIFFERS: marks.csv, P059 post_test: found 41, expected {was}\n" in out
    assert len(out.splitlines()) == 3  # the digest of the file, the mark, and the verdict


def test_a_folder_that_is_no_kit_is_answered_with_the_usage_and_no_traceback(tmp_path: Path) -> None:
    for said in ("--help", str(tmp_path)):
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(VERIFY), said], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (2, "")
        assert "verify.py [FOLDER]" in done.stdout


def test_the_digests_of_the_papers_are_printed(tmp_path: Path) -> None:
    """Kendal is locked, drawn and decided; then the first of the list withdraws."""
    root = tmp_path / "kendal-wub-2025"
    shutil.copytree(ROOT / "kendal-wub-2025", root)
    first = (root / "curation" / "shortlist.yaml").read_text("utf-8").partition("id: ")[2].partition(",")[0]
    act = f"decide withdraw {first} --kind mundur --by Ketua --reason pindah --on 2025-10-20"
    assert ikmctl(act, root).code == 0
    result = audit_kit.run(CohortPaths(root), Path("kit.zip"))
    assert result.changes is not None
    code, out = _answer(_unpacked(next(iter(result.changes.named.values())), tmp_path / "kit"))
    assert code == 0
    told = dict(line.removeprefix("curation: ").rsplit(" ", 1) for line in out.splitlines()[:-1])
    assert ikmctl(f"report minutes -o {tmp_path / 'm.docx'} --on 2025-10-13", root).code == 0
    words = " ".join(words_of((tmp_path / "m.docx").read_bytes()).split())
    for digest, printed in (("rules", "Sidik aturan"), ("pool locked", "Sidik calon"), ("result", "Sidik hasil")):
        assert f"{printed}: {told[digest]}" in words
    ends = [line for line in (root / "events.yaml").read_text("utf-8").splitlines() if "event: finalize" in line]
    assert f"result: {told['result decided']}" in ends[-1]
    assert told["result decided"] != told["result"]


def test_the_pool_on_paper_is_the_locked_one_whatever_was_decided_since(tmp_path: Path) -> None:
    """Without a draw, and with somebody who left after the lock, the paper and the kit name the same digest."""
    root = tiny(tmp_path)
    for act in ("lock rules", "lock pool", "curate", "decide withdraw P001 --kind mundur --reason pindah"):
        assert ikmctl(f"{act} --by Ketua --on 2025-10-02", root).code == 0, act
    result = audit_kit.run(CohortPaths(root), Path("kit.zip"))
    assert result.changes is not None
    code, out = _answer(_unpacked(next(iter(result.changes.named.values())), tmp_path / "kit"))
    told = dict(line.removeprefix("curation: ").rsplit(" ", 1) for line in out.splitlines()[:-1])
    assert code == 0
    assert told["pool locked"] != told["pool"]
    assert ikmctl(f"report minutes -o {tmp_path / 'm.docx'} --on 2025-10-13", root).code == 0
    assert f"Sidik calon: {told['pool locked']}" in " ".join(words_of((tmp_path / "m.docx").read_bytes()).split())


@pytest.mark.parametrize("name", ["marks.csv", "events.json", "SHA256SUMS", "curation/list.json"])
def test_a_missing_file_is_said_in_a_line(name: str, tmp_path: Path) -> None:
    folder = _unpacked(_body("kendal-wub-2025"), tmp_path)
    (folder / name).unlink()
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "verify.py")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.splitlines()[0] == f"CANNOT SAY: there is no file {name}"
    assert len(done.stdout.splitlines()) == 2


def test_a_missing_file_hides_no_difference(tmp_path: Path) -> None:
    folder = _unpacked(_body("kendal-wub-2025"), tmp_path)
    (folder / "README.txt").write_text("", encoding="utf-8")
    (folder / "participants.csv").unlink()
    code, out = _answer(folder)
    assert code == 1
    assert out.startswith("DIFFERS: file README.txt")
    assert "CANNOT SAY: there is no file participants.csv" in out


def test_a_changed_file_is_named_by_its_digest(tmp_path: Path) -> None:
    folder = _unpacked(_body("kendari-sentra-2022"), tmp_path)
    (folder / "README.txt").write_text("...", encoding="utf-8")
    code, out = _answer(folder)
    assert code == 1
    assert "DIFFERS: file README.txt" in out


_HARM: Final[dict[str, Callable[[bytes], bytes]]] = {
    "half": lambda body: body[: len(body) // 2],
    "empty": lambda _: b"",
    "no text": lambda body: body + b"\xff\xfe\x00",
    "other JSON": lambda _: b'{"a": [1, null, "x"]}',
    "deep JSON": lambda _: b"[" * 100_000,
}


@pytest.mark.parametrize("harm", _HARM)
def test_a_damaged_file_is_never_a_match_and_never_a_traceback(harm: str, tmp_path: Path) -> None:
    folder = _unpacked(_body("kendari-sentra-2022"), tmp_path)
    names = [line[66:] for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    for name in ("SHA256SUMS", *names):
        sound = (folder / name).read_bytes()
        harmed = _HARM[harm](sound)
        if harmed == sound:  # this office has recorded no decision
            assert not sound
            continue
        (folder / name).write_bytes(harmed)
        code, out = _answer(folder)
        unsure = [line for line in out.splitlines() if line.startswith("CANNOT SAY: ")]
        assert code == 1 or (code == 2 and unsure), (name, out)
        assert all(len(line) < 200 for line in unsure), (name, unsure)
        (folder / name).write_bytes(sound)
    assert _answer(folder)[0] == 0


@pytest.mark.parametrize("name", ["curation/rules.json", "curation/pool.json", "curation/list.json", "events.json"])
def test_a_damaged_file_whose_digest_agrees_is_said_not_to_be_readable(name: str, tmp_path: Path) -> None:
    folder = _unpacked(_body("kendal-wub-2025"), tmp_path)
    (folder / name).write_bytes(b'{"a": 1}')
    _sums_again(folder)
    code, out = _answer(folder)
    assert code == 2 or "DIFFERS: " in out
    assert "CANNOT SAY: stage curation: a file is not as ikmctl writes it (" in out


def test_a_file_without_a_digest_is_named(tmp_path: Path) -> None:
    folder = _unpacked(_body("kendal-wub-2025"), tmp_path)
    (folder / "program.yaml").write_text("id: lain\n", encoding="utf-8")
    sums = folder / "SHA256SUMS"
    kept = [line for line in sums.read_text("utf-8").splitlines(keepends=True) if not line.endswith("program.yaml\n")]
    sums.write_text("".join(kept), encoding="utf-8")
    code, out = _answer(folder)
    assert code == 1
    assert "DIFFERS: files without a digest: found ['program.yaml'], expected []" in out


def test_a_stage_that_is_left_out_is_missed(tmp_path: Path) -> None:
    folder = _unpacked(_body("kendari-sentra-2025"), tmp_path)
    kit = json.loads((folder / "kit.json").read_bytes())
    both = kit["stages"]
    (folder / "kit.json").write_text(json.dumps({**kit, "stages": both[:1]}), encoding="utf-8")
    _sums_again(folder)
    code, out = _answer(folder)
    assert code == 1
    assert "DIFFERS: stages: found ['certificate', 'class'], expected ['class']" in out
    (folder / "kit.json").write_text(json.dumps({**kit, "stages": []}), encoding="utf-8")
    for one in both:
        shutil.rmtree(folder / one["id"])
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines(keepends=True)
    (folder / "SHA256SUMS").write_text("".join(line for line in lines if "/" not in line[66:]), encoding="utf-8")
    _sums_again(folder)
    code, out = _answer(folder)
    assert code == 2
    assert "CANNOT SAY: there is no list in this kit" in out


def test_a_stage_after_one_that_cannot_be_said_is_not_worked_out_over_everybody(tmp_path: Path) -> None:
    folder = _unpacked(_body("kendari-sentra-2025"), tmp_path)
    rules = folder / "class" / "rules.json"
    rules.write_text(rules.read_text("utf-8").replace('"engine":1', '"engine":2'), encoding="utf-8")
    _sums_again(folder)
    code, out = _answer(folder)
    told = [line for line in out.splitlines() if line.startswith(("DIFFERS", "CANNOT"))]
    assert told == [
        "CANNOT SAY: stage certificate: it follows from stage class",
        "CANNOT SAY: stage class: rules of engine 2",
    ]
    assert code == 2


def test_random_cohorts_agree_with_the_engine(tmp_path: Path) -> None:
    codes: Counter[int] = Counter()
    for number in range(TRIALS):
        folder = lay_out(kit_of(random_cohort(number)), tmp_path / str(number))
        code, out = _answer(folder)
        codes[code] += 1
        assert code != 1, (number, out)
    assert codes[2] * 40 <= max(TRIALS, 80)


@pytest.mark.parametrize(
    ("missing", "jury", "expected"),
    [
        ("worst", "", "60.000000"),  # nobody has marked P001 yet: the fewest points, as for any missing mark
        ("worst", "P001,jury,,J1,0\n", ""),  # one of two judges has: the other's gap is not held against P001
        ("worst", "P001,jury,,J1,recused\nP001,jury,,J2,recused\n", ""),  # nobody may
        ("reject", "", ""),
        ("pending", "", ""),
    ],
)
def test_what_judges_left_open_is_read_as_the_engine_reads_it(
    missing: str, jury: str, expected: str, tmp_path: Path
) -> None:
    root = tiny(tmp_path)
    rules = (root / "program.yaml").read_text("utf-8")
    rules = rules.replace("  work: {per: participant", "  jury: {per: judge").replace("marks.work", "marks.jury")
    rules = rules.replace("weight: 50, missing: pending}\n    sel", f"weight: 25, missing: {missing}}}\n    sel")
    (root / "program.yaml").write_text(rules + "panel: {judges: [{id: J1}, {id: J2}]}\n", "utf-8")
    head, *lines = (root / "marks.csv").read_text("utf-8").splitlines(keepends=True)
    tests = [line for line in lines if ",test," in line]
    (root / "marks.csv").write_text(head + jury + "".join(tests), "utf-8")
    assert ikmctl("curate", root).code in (0, 1)
    scores = {line.split(",")[0]: line for line in (root / "curation" / "scores.csv").read_text("utf-8").splitlines()}
    assert (expected or ",,") in scores["P001"]
    result = audit_kit.run(CohortPaths(root), Path("kit.zip"))
    assert result.changes is not None, result.diagnostics
    code, out = _answer(_unpacked(next(iter(result.changes.named.values())), tmp_path / "kit"))
    assert code == 0, out


def test_no_private_file_goes_in() -> None:
    names = zipfile.ZipFile(io.BytesIO(_body("kendal-wub-2025"))).namelist()
    assert not [name for name in names if "private" in name or "people" in name or "imports" in name]
