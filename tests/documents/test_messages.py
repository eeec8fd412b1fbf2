"""Messages: one polite text for each person, a link that is only text, and nobody forgotten."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from openpyxl import load_workbook
from tools.console import Answer, ikmctl
from tools.papers import NAMES, NIK, office, register

FILE = "reports/curation-messages.xlsx"


def report(root: Path, *more: str) -> Answer:
    return ikmctl(["report", "messages", "--on", "2025-10-06", *more], root)


def lines(root: Path) -> dict[str, list[Any]]:
    """Participant -> cells of the line."""
    sheet = load_workbook(root / FILE).worksheets[0]
    return {str(row[0].value): list(row) for row in sheet.iter_rows() if str(row[0].value) in NAMES}


def texts(root: Path) -> dict[str, str]:
    return {number: str(row[4].value) for number, row in lines(root).items()}


def test_everybody_gets_the_text_of_their_result(tmp_path: Path) -> None:
    root = office(tmp_path, "  messages: {contact: Dinas Contoh, closing: Salam dari kami.}\n")
    answer = report(root)
    assert answer.code == 0, answer.both
    found = texts(root)
    assert list(found) == ["P001", "P002", "P005", "P003", "P006", "P004"]
    confirm = "Daftar ulang paling lambat 13 Oktober 2025 di Dinas Contoh."
    proposed = "Hasil ini masih usulan dan dapat berubah sebelum ditetapkan."
    assert found["P001"].splitlines() == [
        "Yth. Siti Aminah (No. peserta P001),",
        "",
        f"Selamat, Anda terpilih dalam Pelatihan kecil, bidang Batik. {confirm} {proposed}",
        "",
        "Salam dari kami.",
        "",
        "Dinas Contoh",
    ]
    assert "urutan cadangan 1 bidang Las" in found["P006"]
    assert "belum terpilih" in found["P004"]
    assert "7 Oktober 2025 sampai 9 Oktober 2025 di Dinas Contoh" in found["P004"]


def test_a_link_opens_the_same_text_and_is_no_live_link(tmp_path: Path) -> None:
    root = office(tmp_path)
    report(root)
    for number, row in lines(root).items():
        cell = row[5]
        assert cell.hyperlink is None
        if number == "P005":
            assert (row[3].value, cell.value) == (None, None)
            continue
        assert (cell.data_type, row[3].data_type) == ("s", "s")
        address = urlsplit(cell.value)
        assert (address.netloc, address.path) == ("wa.me", f"/62812000012{number[-2:]}")
        assert parse_qs(address.query)["text"] == [row[4].value]


def test_people_without_a_phone_are_counted(tmp_path: Path) -> None:
    root = office(tmp_path)
    answer = report(root)
    assert "IKM691" in answer.err
    assert "1 person without a phone number" in answer.err
    assert "hint: announce first with `ikmctl announce`; reach those without a phone number" in answer.err
    assert ikmctl("announce --on 2025-10-06", root).code == 0
    assert "hint: reach those without a phone number in another way" in report(root).err
    words = [str(cell.value) for row in load_workbook(root / FILE).worksheets[0].iter_rows() for cell in row]
    assert "6 orang; 1 tanpa nomor telepon." in words
    assert not any(NIK in word for word in words)


def test_pending_people_and_ties_are_told_what_they_wait_for(tmp_path: Path) -> None:
    root = office(tmp_path)
    path = root / "marks.csv"
    path.write_text(path.read_text().replace("P003,test,,,70\n", ""))
    report(root)
    assert "belum lengkap" in texts(root)["P003"]
    same = path.read_text().replace("P005,work,,J1,4", "P005,work,,J1,3").replace("P005,work,,J2,5", "P005,work,,J2,4")
    path.write_text(same.replace("P005,test,,,85", "P005,test,,,75"))
    report(root)
    assert "menunggu keputusan dewan juri atau undian" in texts(root)["P006"]


def test_who_withdrew_is_left_in_peace(tmp_path: Path) -> None:
    root = office(tmp_path)
    act = ["decide", "withdraw", "P002", "--kind", "meninggal", "--by", "Ketua", "--reason", "x", "--on", "2025-10-03"]
    assert ikmctl(act, root).code == 0
    report(root)
    assert "P002" not in texts(root)
    assert "terpilih dalam" in texts(root)["P003"]


def test_a_phone_of_old_registers_gets_its_country_code(tmp_path: Path) -> None:
    root = office(tmp_path)
    people = root / "private" / "people.csv"
    people.write_text(people.read_text().replace("+6281200001201", "0812-0000-1201"))
    report(root)
    assert lines(root)["P001"][3].value == "+6281200001201"


def test_anon_keeps_names_and_phones_out(tmp_path: Path) -> None:
    root = office(tmp_path)
    register(root)
    report(root, "--anon")
    assert texts(root)["P001"].startswith("Yth. peserta P001,")
    assert {row[3].value for row in lines(root).values()} == {None}


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    root = office(tmp_path)
    report(root)
    once = (root / FILE).read_bytes()
    (root / FILE).unlink()
    report(root)
    assert (root / FILE).read_bytes() == once


def test_nobody_is_sent_to_a_day_that_is_over(tmp_path: Path) -> None:
    root = office(
        tmp_path, "  messages: {contact: Dinas Contoh}\n"
    )  # objections until 9 October, confirmation until the 13th
    report(root, "--on", "2025-10-13")
    found = texts(root)
    assert "Daftar ulang paling lambat 13 Oktober 2025 di Dinas Contoh." in found["P001"]
    assert "eberatan" not in found["P004"]
    report(root, "--on", "2025-10-14")
    assert "13 Oktober" not in texts(root)["P001"]
    assert "Untuk daftar ulang, hubungi Dinas Contoh." in texts(root)["P001"]
