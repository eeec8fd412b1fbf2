"""Every file of an example follows from its program.yaml and its workbooks by the commands of its README."""

from pathlib import Path

import pytest
from tools.expected import Expected
from tools.pages import ROOT, run_page

PROGRAMS = sorted(path.parent.name for path in (ROOT / "cohorts").glob("*/README.md"))
WRITTEN = (
    "decisions.yaml",
    "events.yaml",
    "columns.yaml",
    "participants.csv",
    "marks.csv",
    "imports.csv",
    "outcomes.csv",
    "partners.yaml",
)


def written(folder: Path) -> dict[str, str]:
    """The tracked files that commands write, by their path in the program's folder."""
    found = [folder / name for name in WRITTEN if (folder / name).exists()]
    found += [*folder.glob("*/scores.csv"), *folder.glob("*/shortlist.yaml"), *folder.glob("*/matches.yaml")]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.mark.parametrize("program", PROGRAMS)
def test_readme_leads_to_the_committed_files(program: str, tmp_path: Path, expected: Expected) -> None:
    home = ROOT / "cohorts" / program
    run_page((home / "README.md").read_text(encoding="utf-8"), tmp_path)
    made = written(tmp_path / "cohorts" / program)
    for name, text in made.items():
        expected.check(home / name, text)
    assert made
    assert set(made) == set(written(home))
