"""git-setup, its hook and its drivers on real repositories; two branches cannot end in a stale list unnoticed."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.tiny import VALUES, marks, tiny

NAMES = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *args: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # where `ikmctl` itself is installed
    environment = {**os.environ, "PATH": path, "IKMCTL_LANG": "en"}
    return subprocess.run(
        ["git", *NAMES, *args], cwd=folder, check=check, capture_output=True, text=True, env=environment
    )


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    root = tiny(tmp_path)
    (tmp_path / ".gitattributes").write_text("cohorts/**/shortlist.yaml -merge\ncohorts/**/scores.csv -merge\n")
    assert ikmctl("curate", root).code == 0
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    return root


def test_set_up_check_and_undo(cohort: Path) -> None:
    top = cohort.parents[1]
    hook = top / ".git" / "hooks" / "pre-commit"
    assert ikmctl("git-setup --check", cohort).code == 1
    assert ikmctl("git-setup", cohort).code == 0
    once = hook.read_text()
    assert once.startswith("#!/bin/sh\n# ikmctl: begin\n")
    assert once.endswith("\nikmctl git-hook pre-commit || exit $?\n# ikmctl: end\n")
    assert hook.stat().st_mode & stat.S_IXUSR
    assert ikmctl("git-setup", cohort).code == 0
    assert hook.read_text() == once
    assert ikmctl("git-setup --check", cohort).code == 0
    assert ikmctl("git-setup --undo", cohort).code == 0
    assert not hook.exists()
    assert "ikmctl" not in (top / ".git" / "config").read_text()


def test_a_commit_where_ikmctl_is_not_at_hand_says_what_to_do(cohort: Path, tmp_path: Path) -> None:
    assert ikmctl("git-setup", cohort).code == 0
    (cohort / "note.md").write_text("x", encoding="utf-8")
    git(tmp_path, "add", "-A")
    folders = [one for one in os.environ["PATH"].split(os.pathsep) if not (Path(one) / "ikmctl").exists()]
    command = ["git", *NAMES, "-C", str(tmp_path), "commit", "-qm", "second"]
    env = {**os.environ, "PATH": os.pathsep.join(folders)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "ikmctl tidak ada di PATH: aktifkan venv-nya, lalu ulangi git commit (tidak ada yang disimpan)",
        "ikmctl is not in PATH: activate its venv, then repeat git commit (nothing was committed)",
    ]


def test_a_hook_of_somebody_else_is_kept(cohort: Path) -> None:
    hook = cohort.parents[1] / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho mine")
    ikmctl("git-setup", cohort)
    ikmctl("git-setup", cohort)
    block = hook.read_text().removeprefix("#!/bin/sh\n").removesuffix("echo mine")
    assert block.startswith("# ikmctl: begin\n")
    assert block.endswith("ikmctl git-hook pre-commit || exit $?\n# ikmctl: end\n")
    assert hook.read_text() == f"#!/bin/sh\n{block}echo mine"
    hook.write_text(f"#!/bin/sh\necho mine\nexit 0\n{block}")  # where it would never be reached
    assert ikmctl("git-setup --check", cohort).code == 1
    ikmctl("git-setup", cohort)
    assert hook.read_text() == f"#!/bin/sh\n{block}echo mine\nexit 0\n"
    ikmctl("git-setup --undo", cohort)
    assert hook.read_text() == "#!/bin/sh\necho mine\nexit 0\n"


def test_the_hook_is_asked_before_one_that_leaves_by_itself(cohort: Path) -> None:
    hook = cohort.parents[1] / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/usr/bin/env bash\nexec true\n")
    hook.chmod(0o755)
    ikmctl("git-setup", cohort)
    _workbook(cohort / "pendaftar.xlsx")
    git(cohort, "add", "pendaftar.xlsx")
    assert git(cohort, "commit", "-m", "leak", check=False).returncode == 1


def test_a_hook_that_is_no_shell_script_is_left_alone_and_may_call_by_itself(cohort: Path) -> None:
    hook = cohort.parents[1] / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    other = "#!/usr/bin/env python3\nprint('mine')\n"
    hook.write_text(other)
    answer = ikmctl("git-setup", cohort)
    assert (answer.code, "IKM637" in answer.both) == (1, True)
    assert hook.read_text() == other
    hook.write_text(other + "import subprocess\nsubprocess.run('ikmctl git-hook pre-commit'.split(), check=True)\n")
    assert ikmctl("git-setup", cohort).code == 0
    assert ikmctl("git-setup --check", cohort).code == 0
    assert ikmctl("git-setup --undo", cohort).code == 0


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://GitHub.com/x/y", ["github.com"]),
        ("git@gitlab.com:x/y.git", ["gitlab.com"]),
        ("ssh://git@ssh.github.com:443/x/y", ["github.com"]),
        ("git@github.company.go.id:x/y.git", []),
        ("https://mygitlab.com/x", []),
    ],
)
def test_an_open_host_is_known_by_its_whole_name(cohort: Path, url: str, host: list[str]) -> None:
    git(cohort, "remote", "add", "o", url)
    said = ikmctl("git-setup --check", cohort).both
    assert [one for one in ("github.com", "gitlab.com") if f"pushes to {one};" in said] == host


def test_a_hook_in_another_encoding_keeps_its_bytes(cohort: Path) -> None:
    hook = cohort.parents[1] / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    mine = b"#!/bin/sh\necho caf\xe9\n"  # Latin-1
    hook.write_bytes(mine)
    assert ikmctl("git-setup", cohort).code == 0
    assert hook.read_bytes().startswith(b"#!/bin/sh\n# ikmctl: begin\n")
    assert hook.read_bytes().endswith(b"# ikmctl: end\necho caf\xe9\n")
    assert ikmctl("git-setup --undo", cohort).code == 0
    assert hook.read_bytes() == mine


def test_a_hook_that_cannot_be_read_is_left_alone(cohort: Path) -> None:
    hook = cohort.parents[1] / ".git" / "hooks" / "pre-commit"
    hook.mkdir(parents=True)  # reading a folder fails for everybody, even for root
    answer = ikmctl("git-setup", cohort)
    assert (answer.code, "IKM587" in answer.both) == (1, True)
    assert hook.is_dir()
    assert ikmctl("git-setup --undo", cohort).code == 0, "nothing of ours is in it"


def test_an_open_host_is_warned_of(cohort: Path) -> None:
    git(cohort, "remote", "add", "origin", "https://github.com/dinas/program.git")
    answer = ikmctl("git-setup", cohort)
    assert answer.code == 0
    assert "IKM588" in answer.err
    assert "github.com" in answer.err


def test_the_hook_refuses_a_nik_and_lets_clean_files_through(cohort: Path) -> None:
    ikmctl("git-setup", cohort)
    notes = cohort / "notes.txt"
    area_and_birth, serial = "332401410287", "1111"  # made up; joined it has the shape of a real one
    notes.write_text(f"P001 {area_and_birth}{serial}\n")
    git(cohort, "add", "-A")
    refused = git(cohort, "commit", "-m", "leak", check=False)
    assert refused.returncode != 0
    assert "IKM584" in refused.stdout + refused.stderr
    notes.write_text("P001\n")
    git(cohort, "add", "-A")
    assert git(cohort, "commit", "-m", "clean", check=False).returncode == 0


def test_the_hook_refuses_a_list_that_does_not_follow_from_its_inputs(cohort: Path) -> None:
    ikmctl("git-setup", cohort)
    (cohort / "marks.csv").write_text(marks({**VALUES, "P003": (95, 80)}))
    git(cohort, "add", "-A")
    refused = git(cohort, "commit", "-m", "stale", check=False)
    assert refused.returncode != 0
    said = refused.stdout + refused.stderr
    assert said.index("IKM560") < said.index("the commit is refused because of the errors above (tiny)")
    assert "may be committed" not in said
    ikmctl("curate", cohort)
    git(cohort, "add", "-A")
    accepted = git(cohort, "commit", "-m", "fresh", check=False)
    assert accepted.returncode == 0
    assert "ikmctl: tiny may be committed" in accepted.stdout + accepted.stderr


def test_the_hook_looks_when_a_file_is_taken_away(cohort: Path) -> None:
    assert ikmctl("lock rules --by Ketua --on 2025-10-01", cohort).code == 0
    git(cohort, "add", "-A")
    git(cohort, "commit", "-m", "locked")
    ikmctl("git-setup", cohort)
    git(cohort, "rm", "-q", "events.yaml")
    refused = git(cohort, "commit", "-m", "no lock", check=False)
    assert refused.returncode != 0
    assert "IKM609" in refused.stdout + refused.stderr


def test_the_hook_says_where_it_looked_at_something_else(cohort: Path) -> None:
    ikmctl("git-setup", cohort)
    listed = cohort / "curation" / "shortlist.yaml"
    true = listed.read_text()
    listed.write_text(true.replace("P001", "P003"))
    git(cohort, "add", "-A")
    listed.write_text(true)  # what lies in the folder follows; what would be committed does not
    refused = git(cohort, "commit", "-m", "forged", check=False)
    assert refused.returncode != 0
    assert "curation/shortlist.yaml: error[IKM545]" in (refused.stdout + refused.stderr).replace("\n", "")
    assert "may be committed" not in refused.stdout + refused.stderr
    git(cohort, "add", "-A")
    (cohort / "objections.yaml").write_text("")  # no list follows from it
    (cohort / "notes.txt").write_text("P001\n")
    git(cohort, "add", "notes.txt")
    assert git(cohort, "commit", "-m", "true", check=False).returncode == 0
    (cohort / "decisions.yaml").write_text("")  # not tracked yet
    (cohort / "notes.txt").write_text("P002\n")
    git(cohort, "add", "notes.txt")
    refused = git(cohort, "commit", "-m", "half", check=False)
    assert "decisions.yaml: error[IKM545]" in refused.stdout + refused.stderr


def _branch(cohort: Path, name: str, values: dict[str, tuple[int, int]] | None, weight: str | None = None) -> None:
    git(cohort, "checkout", "-q", "-b", name, "main")
    if values:
        (cohort / "marks.csv").write_text(marks(values))
    if weight:
        program = cohort / "program.yaml"
        program.write_text(program.read_text().replace("weight: 50", f"weight: {weight}", 1))
    ikmctl("curate", cohort)
    git(cohort, "commit", "-qam", name)


def test_two_branches_that_both_change_the_list_cannot_merge_silently(cohort: Path) -> None:
    _branch(cohort, "left", {**VALUES, "P003": (95, 80)})
    _branch(cohort, "right", {**VALUES, "P004": (99, 99)})
    merged = git(cohort, "merge", "left", "-m", "both", check=False)
    assert merged.returncode != 0
    assert "shortlist.yaml" in merged.stdout


def test_rules_and_list_changed_on_two_branches_merge_but_verify_notices(cohort: Path) -> None:
    git(cohort, "checkout", "-q", "-b", "rules", "main")
    program = cohort / "program.yaml"
    program.write_text(program.read_text().replace("weight: 50", "weight: 5", 1))
    git(cohort, "commit", "-qam", "only the rules")
    git(cohort, "checkout", "-q", "main")
    _branch(cohort, "list", {**VALUES, "P001": (91, 60)})
    assert git(cohort, "merge", "rules", "-m", "both", check=False).returncode == 0
    answer = ikmctl("verify", cohort)
    assert answer.code == 1
    assert "IKM560" in answer.out


def test_textconv_shows_a_workbook_cell_by_cell(tmp_path: Path) -> None:
    file = tmp_path / "nilai.csv"
    file.write_text("Nama,Skor\nAni,80\n")
    answer = ikmctl(["git-textconv", str(file)], tmp_path)
    assert answer.out == "A1\tNama\nB1\tSkor\nA2\tAni\nB2\t80\n"


def test_textconv_keeps_letters_that_a_console_lacks_apart_and_obeys_no_cell(tmp_path: Path) -> None:
    file = tmp_path / "nilai.csv"
    file.write_text('\u738b,"a\nb",\u202ec\n', encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "ikmctl", "git-textconv", str(file)],
        check=True, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    assert ran.stdout == b"A1\t\xe7\x8e\x8b\nB1\ta\\nb\nC1\t\\u202ec\n"


NIK = "332401410287" + "1111"  # made up; joined it has the shape of a real one


def _workbook(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.active.append(("Nama", "NIK"))
    book.active.append(("Ani", NIK))
    book.save(path)


def test_the_hook_looks_into_workbooks(cohort: Path) -> None:
    ikmctl("git-setup", cohort)
    _workbook(cohort / "pendaftar.xlsx")
    git(cohort, "add", "pendaftar.xlsx")
    refused = git(cohort, "commit", "-m", "leak", check=False)
    assert refused.returncode != 0
    assert "pendaftar.xlsx: error[IKM627]" in refused.stderr
    assert "may be committed" not in refused.stdout + refused.stderr
    assert NIK not in refused.stdout + refused.stderr
    (cohort / "pendaftar.xlsx").unlink()
    (cohort / "scan.pdf").write_bytes(b"%PDF-1.7\n\0")
    git(cohort, "add", "-A", ".")
    passed = git(cohort, "commit", "-m", "a scan", check=False)
    assert passed.returncode == 0
    assert "scan.pdf: warning[IKM628]: nobody could look into this file: PDF" in passed.stderr


def test_samples_of_an_example_are_left_alone(cohort: Path) -> None:
    ikmctl("git-setup", cohort)
    (cohort / "sample").mkdir()
    _workbook(cohort / "sample" / "pendaftar.xlsx")
    git(cohort, "add", "-A")
    assert git(cohort, "commit", "-m", "sample", check=False).returncode == 0


def test_the_hook_looks_around_the_programs_of_an_office_with_real_people(cohort: Path) -> None:
    ikmctl("git-setup", cohort)
    top = cohort.parents[1]
    _workbook(top / "masuk.xlsx")
    git(top, "add", "-A")
    assert git(top, "commit", "-m", "only examples here", check=False).returncode == 0
    program = cohort / "program.yaml"
    program.write_text(program.read_text().replace("synthetic: true\n", ""))
    (top / "catatan.txt").write_text(f"NIK {NIK}\n")
    git(top, "add", "-A")
    refused = git(top, "commit", "-m", "real", check=False)
    assert refused.returncode != 0
    assert "catatan.txt:1:5: error[IKM584]" in refused.stderr


def test_a_program_below_the_top_of_the_repository_is_looked_at_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    office = tmp_path / "dinas" / "seleksi"
    office.mkdir(parents=True)
    root = tiny(office)
    program = root / "program.yaml"
    program.write_text(program.read_text(encoding="utf-8").replace("synthetic: true\n", ""), encoding="utf-8")
    assert ikmctl("git-setup", root).code == 0
    loose = office / "catatan.txt"
    for note in (root / "catatan.txt", loose):
        note.write_text("3324014102879041 Sutrisno\n", encoding="utf-8")
        git(tmp_path, "add", str(note))
        said = git(tmp_path, "commit", "-qm", "notes", check=False)
        assert (said.returncode, "[IKM584]" in said.stderr) == (1, True), said.stderr
        git(tmp_path, "reset", "-q")
