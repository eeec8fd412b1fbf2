"""`verify` says so, whatever was done by hand to the record or to a list."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from tools.console import Answer, ikmctl
from tools.tiny import tiny

BY = "--by Ketua --on"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A list that was locked and decided: P001 and P005 are selected."""
    root = tiny(tmp_path)
    does(root, "curate", f"lock rules {BY} 2025-10-01", f"lock pool {BY} 2025-10-01")
    does(root, f"announce {BY} 2025-10-02", f"finalize --decree 1/SK {BY} 2025-10-03", "verify")
    return root


def does(root: Path, *commands: str) -> None:
    for command in commands:
        answer = ikmctl(command, root)
        assert answer.code == 0, answer.both


def differs(root: Path, *codes: str) -> Answer:
    answer = ikmctl("verify", root)
    assert answer.code == 1, answer.both
    assert [code for code in codes if f"[{code}]" not in answer.both] == []
    return answer


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_stage_by_another_name_does_not_shake_off_its_record(root: Path) -> None:
    does(root, f"decide withdraw P001 {BY} 2025-10-04 --reason surat")
    edit(root / "program.yaml", "curation", "kurasi")
    (root / "curation").rename(root / "kurasi")
    for act in (f"announce {BY} 2025-10-05", f"decide withdraw P005 {BY} 2025-10-05 --reason surat"):
        answer = ikmctl(act, root)
        assert answer.code == 1, answer.both
        assert "[IKM181]" in answer.both
        assert "wrote" not in answer.both
    answer = differs(root, "IKM180", "IKM181")
    assert "the decisions, the events" in answer.both


def test_a_list_on_record_does_not_vanish_with_its_files(root: Path) -> None:
    before = (root / "curation" / "shortlist.yaml").read_bytes()
    shutil.rmtree(root / "curation")
    differs(root, "IKM562")
    does(root, "curate", "verify")
    assert (root / "curation" / "shortlist.yaml").read_bytes() == before


@pytest.mark.parametrize("engine", ["²", "9" * 5000, "{a: b}", "[1]", "-2"])
def test_an_engine_that_is_no_number_is_a_difference(root: Path, engine: str) -> None:
    edit(root / "curation" / "shortlist.yaml", "engine: 1", f"engine: {engine}")
    differs(root, "IKM560")


@pytest.mark.parametrize("pool", ["{a: b}", "[a, [b]]", "~"])
def test_a_digest_that_is_no_text_is_a_difference(root: Path, pool: str) -> None:
    path = root / "curation" / "shortlist.yaml"
    line = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("pool:"))
    edit(path, line, f"pool: {pool}")
    edit(root / "marks.csv", "P001,test,,,90", "P001,test,,,91")
    differs(root, "IKM513", "IKM560")


def test_a_cell_longer_than_csv_reads_is_a_difference(root: Path) -> None:
    edit(root / "curation" / "scores.csv", "P001,batik", "P001," + "x" * 140_000)
    differs(root, "IKM560")


def test_a_kit_whose_packing_is_damaged_is_no_kit(root: Path) -> None:
    does(root, "audit-kit -o kit.zip")
    kit = root / "kit.zip"
    body = bytearray(kit.read_bytes())
    with zipfile.ZipFile(kit) as source:
        first = source.infolist()[0]
    start = first.header_offset + 30 + len(first.filename)
    body[start : start + first.compress_size] = bytes(byte ^ 0x5A for byte in body[start : start + first.compress_size])
    kit.write_bytes(body)
    answer = ikmctl("diff --since kit.zip", root)
    assert answer.code == 2
    assert "[IKM602]" in answer.both


def test_a_mark_of_no_name_is_not_counted_at_a_lock(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    with (root / "marks.csv").open("a", encoding="utf-8") as marks:
        marks.write("P001,nosuch,,,5\n")
    does(root, f"lock rules {BY} 2025-10-01")
    assert "marks: 12," in (root / "events.yaml").read_text(encoding="utf-8")  # six people with two marks each


@pytest.mark.parametrize("day", ["9999-12-31", "9999-12-01", "0001-01-01"])
def test_the_calendar_has_a_first_and_a_last_day(tmp_path: Path, day: str) -> None:
    assert ikmctl(f"init baru --on {day}", tmp_path).code in (0, 1)
    root = tiny(tmp_path)
    edit(root / "program.yaml", "as_of: 2025-09-29", f"as_of: {day}")
    (root / "participants.csv").unlink()
    (root / "marks.csv").unlink()
    does(root, "status")


@pytest.mark.parametrize(
    "command",
    [
        f'reopen --decree 2/SK --reason " " {BY} 2025-10-04',
        f'reopen --decree " " --reason keberatan {BY} 2025-10-04',
        'reopen --decree "" --reason keberatan --by Ketua --on 2025-10-04',
        'lock pool --by "" --on 2025-10-04',
        'void draw --reason "  " --by Ketua --on 2025-10-04',
    ],
)
def test_no_act_is_recorded_without_words(root: Path, command: str) -> None:
    before = (root / "events.yaml").read_bytes()
    answer = ikmctl(command, root)
    assert (answer.code, "[IKM546]" in answer.both) == (2, True), answer.both
    assert (root / "events.yaml").read_bytes() == before


def test_curate_records_no_day_before_the_last_and_nobody_as_doer(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    does(root, "curate", f"lock pool {BY} 2025-10-01")
    early = ikmctl(f"curate --per-track 2 {BY} 2025-09-30", root)
    assert (early.code, "[IKM537]" in early.both) == (1, True), early.both
    nobody = ikmctl('curate --per-track 2 --by "" --on 2025-10-01', root)
    assert (nobody.code, "[IKM546]" in nobody.both) == (2, True), nobody.both
    assert "curate" not in (root / "events.yaml").read_text(encoding="utf-8")
    does(root, f"curate --per-track 2 {BY} 2025-10-01", "verify")


def test_a_second_lock_is_told_whatever_number_it_was_given(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    does(root, "curate", f"lock rules {BY} 2025-10-01", f'lock rules {BY} 2025-10-02 --reason "bobot baru"')
    edit(root / "events.yaml", "number: 2", "number: 1")
    does(root, "curate")
    answer = ikmctl("verify", root)
    assert (answer.code, "bobot baru" in answer.both) == (0, True), answer.both


@pytest.mark.parametrize("body", [b"\xff\xfe", b"digest,kind\n1,2\n"])
def test_imports_that_cannot_be_read_are_said(root: Path, body: bytes) -> None:
    """Reasons of imports after a lock stand there, and every output shows them."""
    (root / "imports.csv").write_bytes(body)
    for command in ("verify", "validate"):
        answer = ikmctl(command, root)
        assert (answer.code, "imports.csv" in answer.both) == (1, True), answer.both


def two_stages(folder: Path) -> Path:
    """The same people in two stages, the second of which takes three of the first."""
    root = tiny(folder)
    first = "  - {id: first, criteria: [], order: [{by: fields.rank}], quota: 3}\n"
    edit(root / "program.yaml", "  - id: curation\n", f"{first}  - id: curation\n    from: first\n")
    edit(root / "program.yaml", "marks:", "fields:\n  - {id: rank, type: integer}\nmarks:")
    people = "".join(f"P00{n},{'batik' if n <= 3 else 'las'},,,,{n}\n" for n in range(1, 7))
    (root / "participants.csv").write_text("number,track,track_2,registered_at,group,rank\n" + people)
    return root


def test_each_act_on_two_stages_leaves_a_cohort_that_verifies(tmp_path: Path) -> None:
    root = two_stages(tmp_path)
    later = root / "curation"
    does(root, "curate --stage first", f"finalize --stage first --decree 1/SK {BY} 2025-10-03")
    does(root, "curate --stage curation", f"announce --stage curation {BY} 2025-10-04", "verify")
    written = (later / "shortlist.yaml").read_text(encoding="utf-8")

    again = f"reopen --stage first --decree 2/SK --reason keberatan {BY} 2025-10-05"
    said = ikmctl(again, root)
    assert (said.code, "removed" in said.err) == (0, True), said.both
    assert sorted(later.iterdir()) == []
    does(root, "verify", f"finalize --stage first --decree 3/SK {BY} 2025-10-06", "verify")
    assert (later / "shortlist.yaml").read_text(encoding="utf-8") == written

    does(root, f"finalize --stage curation --decree 4/SK {BY} 2025-10-07", "verify")
    before = (root / "events.yaml").read_bytes()
    said = ikmctl(again.replace("-05", "-08"), root)
    assert (said.code, "[IKM640]" in said.err) == (1, True), said.both
    assert (root / "events.yaml").read_bytes() == before
    does(root, f"reopen --stage curation --decree 5/SK --reason keberatan {BY} 2025-10-08", again.replace("-05", "-08"))
    does(root, "verify")


def test_hints_of_a_program_of_two_stages_can_be_followed_as_they_stand(tmp_path: Path) -> None:
    root = two_stages(tmp_path)
    said = ikmctl("curate --stage curation", root)
    assert "hint: decide stage `first` first: `ikmctl finalize --stage first`\n" in said.err
    does(root, "curate --stage first", f"finalize --stage first --decree 1/SK {BY} 2025-10-03")
    does(root, "curate --stage curation", f"announce --stage curation {BY} 2025-10-04")
    said = ikmctl(f"announce --stage curation {BY} 2025-10-05", root)
    assert "with `ikmctl finalize --stage curation`" in said.err, said.both
    (root / "curation" / "shortlist.yaml").unlink()
    said = ikmctl("verify", root)
    assert "hint: run `ikmctl curate --stage curation`\n" in said.both
    said = ikmctl("verify -c tiny", root)
    assert "hint: run `ikmctl -c tiny curate --stage curation`\n" in said.both
    (root / "first" / "shortlist.yaml").write_text("format: 1\n", encoding="utf-8")
    answer = json.loads(ikmctl("verify --format json", root).out)
    hints = {one["code"]: one["hint"] for one in answer["diagnostics"]}
    assert "run `ikmctl curate --stage first`; where not" in hints["IKM560"]


_SECOND = """\
  - id: final
    from: curation
    quota: {min: 1, max: 2}
    criteria:
      - {id: jury, source: marks.jury, direction: benefit, scale: {linear: [0, 100]}, weight: 1, missing: reject}
"""


def with_a_final(folder: Path) -> Path:
    """The tiny cohort with a final after the curation, which is decided; nobody has a mark of the final yet."""
    root = tiny(folder)
    edit(root / "program.yaml", "stages:\n", "  jury: {per: participant, stage: final, min: 0, max: 100}\nstages:\n")
    with (root / "program.yaml").open("a", encoding="utf-8") as file:
        file.write(_SECOND)
    does(root, "curate --stage curation", f"announce --stage curation {_BY}",
         f"finalize --stage curation --decree SK/1 --reason mendesak {_BY}")  # fmt: skip
    return root


_BY = '--on 2025-10-02 --by "Ketua Tim"'


def test_a_class_that_waits_for_marks_is_no_difference_before_it_is_curated(tmp_path: Path) -> None:
    """`missing: reject` puts everybody out until marks arrive, and a class has a least number."""
    root = with_a_final(tmp_path)
    answer = ikmctl("verify", root)
    assert answer.code == 0, answer.both
    assert "warning[IKM664]" in answer.out
    assert ikmctl("validate", root).code == 0
    assert ikmctl("audit-kit -o kit.zip", root).code == 0, "the list of the first stage can be proven meanwhile"
    assert ikmctl("curate --stage final", root).code == 1, "a list of the final itself cannot be made"


def test_an_act_that_breaks_the_lock_of_a_later_stage_says_so(tmp_path: Path) -> None:
    root = with_a_final(tmp_path)
    (root / "nilai.csv").write_text("No. peserta,jury\nP001,70\nP005,80\n", encoding="utf-8")
    does(root, "import nilai.csv --as marks --item jury --on 2025-10-02", f"lock pool --stage final {_BY}")
    does(root, "curate --stage final")
    act = f"decide withdraw P001 --stage curation --kind mundur --reason pindah {_BY}"
    answer = ikmctl(act, root)
    assert answer.code == 0, answer.both
    assert "warning[IKM513]" in answer.err
    assert "of stage `final` are not those of lock 1" in answer.err
    differs(root, "IKM513")
    does(root, f'lock pool --stage final --reason "P001 mundur" {_BY}')


@pytest.mark.parametrize("act", ["reinstate P001", "withdraw P001 --kind mundur", "order P001 P002"])
def test_no_act_is_recorded_in_a_stage_that_is_not_open_yet(act: str, tmp_path: Path) -> None:
    """Nothing could say whether it fits; once the earlier stage was decided, `verify` would differ for good."""
    root = with_a_final(tmp_path)
    does(root, f"reopen --stage curation --decree SK/2 --reason keberatan {_BY}")
    answer = ikmctl(f"decide {act} --stage final --reason rapat {_BY}", root)
    assert answer.code == 1
    assert "[IKM566]" in answer.err
    assert not (root / "decisions.yaml").exists()
