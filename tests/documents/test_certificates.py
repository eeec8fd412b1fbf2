"""Certificates: numbers that stay, one page a person, hostile names, and the office's own template."""

import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from tools.certificate_template import TARGET, template
from tools.console import Answer, ikmctl
from tools.papers import LONG, NAMES, office
from tools.programs import need, to_pdf

FILE = "reports/curation-certificates.docx"
SPEC = """  certificates:
    number: "500.9/{n:03}/WUB/2025"
    from: 7
    date: 2025-10-13
    signers: [{role: Kepala Dinas, name: Contoh Kepala, rank: Pembina, nip: ""}]
"""


def report(root: Path) -> Answer:
    return ikmctl("report certificates --on 2025-10-13", root)


def words(root: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(root / FILE)).paragraphs if paragraph.text]


def ledger(root: Path) -> dict[str, str]:
    """Participant -> certificate number, as documents.csv has it."""
    rows = [line.split(",") for line in (root / "documents.csv").read_text().splitlines()]
    return {row[0].removeprefix("certificates "): row[2] for row in rows if row[0].startswith("certificates ")}


def test_the_selected_get_numbers_in_the_order_of_participants(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    answer = report(root)
    assert answer.code == 0, answer.both
    given = {"P001": "500.9/007/WUB/2025", "P002": "500.9/008/WUB/2025", "P005": "500.9/009/WUB/2025"}
    assert ledger(root) == given
    found = words(root)
    assert [line for line in found if line.startswith("Nomor:")] == [f"Nomor: {number}" for number in given.values()]
    assert [line for line in found if line in NAMES.values()] == [NAMES[number] for number in given]
    assert "pada 29 September 2025 sampai 1 Oktober 2025 di Balai Desa" in found
    assert "dengan kehadiran 4 dari 4 sesi" in found
    assert "dengan kehadiran 2,5 dari 4 sesi" in found
    assert "dan terpilih pada bidang Batik" in found


def test_a_number_once_given_stays_whoever_comes_or_goes(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    report(root)
    before = ledger(root)
    ikmctl(["decide", "withdraw", "P001", "--by", "Ketua", "--reason", "x", "--on", "2025-10-14"], root)
    assert report(root).code == 0
    # P003 moves up; P002 and P005 keep theirs, and nobody gets the number of P001
    assert ledger(root) == before | {"P003": "500.9/010/WUB/2025"}
    assert [line for line in words(root) if line.startswith("Nomor:")] == [
        "Nomor: 500.9/008/WUB/2025", "Nomor: 500.9/010/WUB/2025", "Nomor: 500.9/009/WUB/2025",
    ]  # fmt: skip


def test_making_them_again_changes_nothing(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    report(root)
    once, entered = (root / FILE).read_bytes(), (root / "documents.csv").read_text()
    (root / FILE).unlink()
    report(root)
    assert (root / FILE).read_bytes() == once
    assert (root / "documents.csv").read_text() == entered


def test_who_attended_enough_gets_one_where_the_office_says_so(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC + "    people: attended\n    min_sessions: 3\n")
    report(root)
    # sessions: P001 4, P002 2, P003 3.5, P004 0, P005 2.5, P006 3
    assert list(ledger(root)) == ["P001", "P003", "P006"]


def test_winners_are_named_with_their_prize(tmp_path: Path) -> None:
    tiers = "    awards: {tiers: [{name: Juara I, places: 1}, {name: Juara II, places: 3}]}\n"
    selection = "    selection: {ties: [ticket]}\n"
    root = office(tmp_path, SPEC, (selection, f"    selection: {{ties: [ticket], compare: score}}\n{tiers}"))
    report(root)
    # P001 has the best score of all
    assert [line for line in words(root) if line.startswith("sebagai")] == [
        "sebagai Juara I", "sebagai Juara II", "sebagai Juara II",
    ]  # fmt: skip


def test_foreign_names_stay_names(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC + "    people: all\n")
    assert report(root).code == 0
    found = words(root)
    for name in NAMES.values():
        assert name in found


def test_one_page_a_person_and_long_names_fit(tmp_path: Path) -> None:
    more = "{role: Ketua, name: Contoh Ketua Yang Namanya Panjang Sekali, nip: '1'}, {role: PPTK, name: A}, "
    three = SPEC.replace("signers: [", f"signers: [{more}")
    root = office(tmp_path, three + "    people: all\n")
    report(root)
    pdf = to_pdf(root / FILE, tmp_path)
    pages = subprocess.run(
        [need("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout.split("\f")  # fmt: skip
    assert [page for page in pages if not page.strip()] in ([], [""])
    filled = [page for page in pages if page.strip()]
    assert len(filled) == len(NAMES)
    third = " ".join(filled[2].split())
    assert LONG in third
    assert "Contoh Kepala" in third


def test_without_a_number_dots_are_printed_and_nothing_is_counted(tmp_path: Path) -> None:
    root = office(tmp_path)
    answer = report(root)
    assert "IKM978" in answer.err
    assert "Nomor: ...................." in words(root)
    assert ledger(root) == {}


def test_a_certificate_without_a_day_is_a_warning(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC.replace("    date: 2025-10-13\n", ""))
    assert "IKM681" in report(root).err


def own(root: Path, text: str) -> None:
    """An office's template with one line of its own."""
    document = Document()
    document.add_paragraph("{%p for one in certificates %}")
    document.add_paragraph(text)
    document.add_paragraph("{%p endfor %}")
    document.save(str(root / "sertifikat.docx"))


def test_the_office_s_own_template_is_filled(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC + "    template: sertifikat.docx\n")
    own(root, "Piagam {{ one.number }} untuk {{ one.name }}")
    assert report(root).code == 0
    assert words(root)[0] == "Piagam Nomor: 500.9/007/WUB/2025 untuk Siti Aminah"


def test_a_wrong_placeholder_is_named(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC + "    template: sertifikat.docx\n")
    own(root, "{{ one.nmae }}")
    answer = report(root)
    assert answer.code == 1
    assert "IKM975" in answer.err
    assert not (root / FILE).exists()


def members(body: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_the_shipped_template_is_what_its_script_makes() -> None:
    assert members(TARGET.read_bytes()) == members(template()), "run: python -m tests.tools.certificate_template"


def test_attendance_is_named_once_every_session_is_recorded(tmp_path: Path) -> None:
    root = office(
        tmp_path, SPEC.replace("number:", "people: all\n    number:")
    )  # P006 has no code for the last session
    assert "IKM695" in report(root).err
    found = words(root)
    parts = {number: found[found.index(f"No. peserta {number}") :][:6] for number in NAMES}
    said = {number: [line for line in part if "sesi" in line] for number, part in parts.items()}
    assert said["P004"] == ["dengan kehadiran 0 dari 4 sesi"]
    assert said["P006"] == []
