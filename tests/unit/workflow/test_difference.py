"""`diff` on real repositories: what changed, who moved, and the cause that recomputing finds."""

import json
import subprocess
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.tiny import VALUES, marks, tiny


def git(folder: Path, *args: str) -> None:
    names = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tiny(tmp_path)
    assert ikmctl("curate", root).code == 0
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    return root


def test_verify_sends_to_what_was_changed_before_anything_is_written_anew(cohort: Path) -> None:
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (95, 80)}))
    assert ikmctl("verify", cohort).err.endswith("next: ikmctl diff\n")
    (cohort / "marks.csv").write_text(marks(VALUES))
    (cohort / "curation" / "scores.csv").unlink()
    assert ikmctl("verify", cohort).err.endswith("next: ikmctl curate\n")


def data(cohort: Path, *args: str) -> dict[str, object]:
    answer = ikmctl(["diff", *args, "--format", "json"], cohort)
    assert answer.code == 0, answer.both
    found: dict[str, object] = json.loads(answer.out)["data"]
    return found


def test_without_a_change_nothing_differs(cohort: Path) -> None:
    answer = ikmctl("diff --exit-code", cohort)
    assert (answer.code, answer.out) == (0, "tiny: HEAD compared with the work tree\nnothing differs\n")


def test_a_changed_mark_is_named_as_the_cause_of_entry_and_exit(cohort: Path) -> None:
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (95, 80)}))
    answer = ikmctl("diff --exit-code", cohort)
    assert answer.code == 1
    assert answer.out == (
        "tiny: HEAD compared with the work tree\n"
        "  ~ marks: P003 test: 50 -> 95\n"
        "\n"
        "stage curation: 1 entered, 1 left, 1 scores changed\n"
        "  + P003 enters track batik at place 1 (place): because their own test changed from 50 to 95\n"
        "  - P001 leaves track batik, was at place 1 (reserve): because test of P003 changed from 50 to 95\n"
        "  ~ P003: score 65.000000 became 87.500000\n"
        "\n"
    )


def test_a_changed_weight_is_named_by_its_path(cohort: Path) -> None:
    program = cohort / "program.yaml"
    program.write_text(
        program.read_text().replace("{linear: [0, 100]}, weight: 50", "{linear: [0, 100]}, weight: 5", 1)
    )
    found = data(cohort)
    moved = {one["move"]["number"]: one for one in found["stages"][0]["moved"]}  # type: ignore[index]  # JSON has no types
    # weights 5 and 50: P003 has (5*50 + 50*80)/55 = 77.3, P001 (5*90 + 50*60)/55 = 62.7
    assert moved["P003"]["move"]["kind"] == "in"
    assert moved["P003"]["cause"]["change"]["path"] == ["stages", "curation", "criteria", "test", "weight"]
    assert (moved["P003"]["cause"]["change"]["old"], moved["P003"]["cause"]["change"]["new"]) == ("50", "5")


def test_a_withdrawal_is_the_cause_of_the_next_person(cohort: Path) -> None:
    assert (
        ikmctl(["decide", "withdraw", "P001", "--by", "Ketua", "--reason", "surat", "--on", "2025-10-05"], cohort).code
        == 0
    )
    answer = ikmctl("diff", cohort)
    assert (
        "+ P002 enters track batik at place 1 (place): because of the decision withdraw on P001 (surat)" in answer.out
    )
    assert (
        "- P001 leaves track batik, was at place 1 (withdrawn): because of a decision on them: withdraw (surat)"
        in answer.out
    )


def test_two_changes_that_only_work_together_are_named_together(cohort: Path) -> None:
    # P003 passes P001 (75) with neither change alone: 65 -> 72.5 by the mark, still 75 for P001 by the other
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (65, 80), "P001": (85, 60)}))
    found = data(cohort)
    moved = {one["move"]["number"]: one for one in found["stages"][0]["moved"] if one["move"]["kind"] == "in"}  # type: ignore[index]  # JSON has no types
    assert moved == {}
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (67, 80), "P001": (85, 60)}))
    answer = ikmctl("diff", cohort)
    assert "+ P003 enters track batik at place 1 (place): because of several changes of marks together" in answer.out


def test_names_stay_out_without_the_flag_and_join_from_private_with_it(cohort: Path) -> None:
    private = cohort / "private"
    private.mkdir()
    (private / "people.csv").write_text("number,identity,former,name\nP003,3324010101879001,,Siti Aminah\n")
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (95, 80)}))
    assert "Siti" not in ikmctl("diff", cohort).both
    assert "+ P003 enters track batik at place 1 (place) [Siti Aminah]: because" in ikmctl("diff --names", cohort).out


def test_between_two_revisions(cohort: Path) -> None:
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (95, 80)}))
    git(cohort, "commit", "-qam", "second")
    assert data(cohort)["inputs"] == []
    changed = data(cohort, "HEAD~1", "HEAD")["inputs"]
    assert changed == [{"part": "marks", "path": ["test"], "old": "50", "new": "95", "subject": "P003"}]


def test_markdown_is_fit_for_a_merge_request(cohort: Path) -> None:
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (95, 80)}))
    lines = ikmctl("diff --format markdown", cohort).out.splitlines()
    assert lines[0] == "### tiny: HEAD compared with the work tree"
    assert lines[2] == "- `~` marks: P003 test: 50 -> 95"


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD~9"])
def test_an_unknown_revision_is_said(cohort: Path, revision: str) -> None:
    answer = ikmctl(["diff", "--format", "json", "--", revision], cohort)
    assert answer.code == 2
    assert [one["code"] for one in json.loads(answer.out)["diagnostics"]] == ["IKM583"]


def test_outside_a_repository_the_way_out_is_told(tmp_path: Path) -> None:
    answer = ikmctl("diff", tiny(tmp_path))
    assert answer.code == 2
    assert "IKM582" in answer.err
    assert "--since" in answer.err


def test_a_list_edited_by_hand_is_named_where_no_input_says_why(cohort: Path) -> None:
    path = cohort / "curation" / "shortlist.yaml"
    text = path.read_text()
    path.write_text(text.replace("because: place", "because: jury", 1))
    answer = ikmctl("diff --exit-code", cohort)
    assert answer.code == 1
    assert answer.out.splitlines()[1:] == [
        (
            "  ~ file curation/shortlist.yaml: 1 line added, 1 line removed; "
            "it does not follow from its inputs: edited by hand, or they changed after it"
        ),
        "  the lines: `git diff HEAD -- curation/shortlist.yaml`",
        "",
    ]
    path.write_text(text)
    assert ikmctl("diff", cohort).out.endswith("nothing differs\n")


def test_a_list_edited_by_hand_beside_a_changed_input_is_named_too(cohort: Path) -> None:
    """Between two commits, in the work tree, and since an audit kit."""
    assert ikmctl("audit-kit -o ../../kit.zip", cohort).code == 0
    argv = ["decide", "withdraw", "P001", "--by", "Ketua", "--reason", "surat", "--on", "2025-10-05"]
    assert ikmctl(argv, cohort).code == 0
    git(cohort, "add", "-A")
    git(cohort, "commit", "-qm", "second")
    assert data(cohort, "HEAD~1", "HEAD")["files"] == []
    assert data(cohort, "--since", "../../kit.zip")["files"] == []
    list_ = cohort / "curation" / "shortlist.yaml"
    text = list_.read_text()
    list_.write_text(text.replace("because: place", "because: jury", 1))
    since = ikmctl("diff --since ../../kit.zip", cohort)
    named, look = since.out.splitlines()[2:4]
    assert named.startswith("  ~ file curation/shortlist.yaml: ")
    assert "it does not follow from its inputs" in named
    assert look == "  what should stand there: `ikmctl verify`"
    git(cohort, "commit", "-qa", "--amend", "-m", "second, by hand")
    list_.write_text(text)
    (found,) = data(cohort, "HEAD~1", "HEAD")["files"]  # type: ignore[misc]  # JSON has no types
    assert (found["path"], found["edited"]) == ("curation/shortlist.yaml", True)


def test_files_that_no_change_above_explains_are_named_and_lists_that_follow_are_not(cohort: Path) -> None:
    argv = ["decide", "withdraw", "P001", "--by", "Ketua", "--reason", "surat", "--on", "2025-10-05"]
    assert ikmctl(argv, cohort).code == 0
    program = cohort / "program.yaml"
    program.write_text(program.read_text() + "# catatan\n")
    found = data(cohort)
    assert [one["part"] for one in found["inputs"]] == ["decisions"]  # type: ignore[attr-defined]  # JSON has no types
    assert found["files"] == [{"path": "program.yaml", "added": 1, "removed": 0, "edited": False}]
    git(cohort, "add", "-A")
    git(cohort, "commit", "-qm", "second")
    list_ = cohort / "curation" / "shortlist.yaml"
    list_.write_text(list_.read_text().replace("because: place", "because: jury", 1))
    git(cohort, "commit", "-qam", "third")
    assert [one["path"] for one in data(cohort, "HEAD~2", "HEAD~1")["files"]] == ["program.yaml"]  # type: ignore[attr-defined]  # JSON has no types
    assert [one["path"] for one in data(cohort, "HEAD~1", "HEAD")["files"]] == ["curation/shortlist.yaml"]  # type: ignore[attr-defined]  # JSON has no types


def test_a_name_from_the_register_moves_no_cursor_and_is_no_markup(cohort: Path) -> None:
    (cohort / "private").mkdir()
    (cohort / "private" / "people.csv").write_text("number,identity,former,name\nP003,x,,\x1b[31m<img>@_a_\n")
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (95, 80)}))
    assert "[\\x1b[31m<img>@_a_]" in ikmctl("diff --names", cohort).out
    assert r"\[\\x1b\[31m&lt;img>@\_a\_\]" in ikmctl("diff --names --format markdown", cohort).out


def test_status_sends_for_marks_that_are_gone_to_git_and_not_to_another_import(cohort: Path) -> None:
    bring = "ikmctl import FILE.xlsx --as marks --item test"
    text = (cohort / "marks.csv").read_text()
    (cohort / "marks.csv").unlink()
    assert bring in ikmctl("status", cohort).out
    head = "digest,kind,rows,kept,merged,rejected,skipped,on,by,reason\n"
    (cohort / "imports.csv").write_text(f"{head}{'a' * 64},marks,12,12,0,0,0,2025-10-01,petugas,\n")
    said = ikmctl("status", cohort).out
    assert "(0 of 2 kinds have arrived); marks.csv was here and is gone\n      git restore marks.csv\n" in said
    git(cohort, "restore", "marks.csv")
    assert (cohort / "marks.csv").read_text() == text
    assert "git restore" not in ikmctl("status", cohort).out
