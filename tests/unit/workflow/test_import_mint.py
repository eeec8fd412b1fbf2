import random
import shutil
from pathlib import Path

from tools.console import ikmctl

from ikmctl.workflow.importing.mint import Newcomer, mint_labels, mint_numbers, next_serial, serial_text

KEY = b"k" * 32


def test_numbers_follow_registration_time() -> None:
    people = [Newcomer("late", "2025-09-03"), Newcomer("early", "2025-09-01"), Newcomer("middle", "2025-09-02")]
    assert mint_numbers(people, (), KEY, "p") == {"early": "P001", "middle": "P002", "late": "P003"}


def test_people_without_a_time_come_last() -> None:
    people = [Newcomer("someday"), Newcomer("early", "2025-09-01")]
    assert mint_numbers(people, (), KEY, "p") == {"early": "P001", "someday": "P002"}


def test_the_same_moment_is_ordered_by_the_key_not_by_the_rows() -> None:
    people = [Newcomer(f"person {at}", "2025-09-01") for at in range(20)]
    first = mint_numbers(people, (), KEY, "p")
    shuffled = random.Random(1).sample(people, len(people))  # any other order will do
    assert mint_numbers(shuffled, (), KEY, "p") == first
    assert mint_numbers(people, (), b"l" * 32, "p") != first
    assert mint_numbers(people, (), KEY, "q") != first


def test_a_registration_number_is_kept_and_never_given_again() -> None:
    people = [Newcomer("a", "2025-09-01"), Newcomer("b", "2025-09-02", "P007"), Newcomer("c", "2025-09-02", "REG/12")]
    assert mint_numbers(people, ("P003",), KEY, "p") == {"a": "P008", "b": "P007", "c": "REG/12"}


def test_numbers_go_on_after_those_ever_given() -> None:
    assert mint_numbers([Newcomer("x")], ("P001", "P009", "REG/55"), KEY, "p") == {"x": "P010"}


def test_width_grows() -> None:
    assert [serial_text("P", serial) for serial in (1, 999, 1000)] == ["P001", "P999", "P1000"]
    assert next_serial("P", ["P999"]) == 1000
    assert next_serial("P", ["P²", "PX1", "Q5"]) == 1


def test_people_who_share_a_raw_value_share_a_label() -> None:
    raw = {"P010": "card b", "P002": "card a", "P003": "card b"}
    assert mint_labels("H", raw, {}) == {"P002": "H001", "P003": "H002", "P010": "H002"}


def test_labels_given_earlier_stay() -> None:
    assert mint_labels("H", {"P001": "new", "P002": "old"}, {"old": "H004"}) == {"P001": "H005", "P002": "H004"}


def test_an_erased_person_keeps_line_number_and_household(tmp_path: Path) -> None:
    """Whose private row is erased stays in the table, and nobody else gets the number or the label."""
    root = tmp_path / "cohorts" / "form"
    shutil.copytree(Path(__file__).parents[2] / "errors" / "_base" / "form", root)
    rules = (root / "program.yaml").read_text("utf-8")
    (root / "program.yaml").write_text(
        rules.replace("\npanel:", "\n    selection: {max_per: {household: 1}}\npanel:"), "utf-8"
    )
    head, *rows = (root / "peserta.csv").read_text("utf-8").splitlines()
    (tmp_path / "satu.csv").write_text(
        "\n".join([f"{head},No. KK", *(f"{row},332408200115900{n}" for n, row in enumerate(rows, 1))]), "utf-8"
    )
    assert ikmctl("import satu.csv --on 2025-10-02", tmp_path).code == 0
    before = (root / "participants.csv").read_text("utf-8").splitlines()
    assert [line[:4] for line in before[1:]] == ["P001", "P002", "P003"]
    assert ikmctl("purge --person P003 --yes --on 2025-10-03", tmp_path).code == 0
    new = "Ayu Lestari,3324086005909009,P,20 Mei 1990,0812-0000-1009,Kaliwungu,Wiraswasta,Ecoprint,3324082001159009"
    (tmp_path / "dua.csv").write_text(f"{head},No. KK\n{new}\n", "utf-8")
    assert ikmctl("import dua.csv --on 2025-10-04", tmp_path).code == 0
    after = (root / "participants.csv").read_text("utf-8").splitlines()
    assert after[: len(before)] == before
    assert [line[:4] for line in after[4:]] == ["P004"]
    column = before[0].split(",").index("household")
    assert len({line.split(",")[column] for line in after[1:]}) == 4
