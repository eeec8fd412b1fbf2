"""What is packed in a file comes out as text, and what stays unseen is said."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from openpyxl import Workbook

from ikmctl.sheets.inside import is_text, texts
from ikmctl.sheets.refuse import RefusedError

NIK = "3324014102879001"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def lines(data: bytes) -> list[str]:
    return [line.strip() for text in texts(data) for line in text.splitlines() if line.strip()]


def refusal(data: bytes) -> tuple[list[str], str]:
    seen: list[str] = []
    with pytest.raises(RefusedError) as caught:
        seen.extend(texts(data))
    return seen, caught.value.code


def test_a_workbook_with_its_hidden_sheet() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(("Nama", "Ani"))
    hidden = book.create_sheet("Arsip")
    hidden.sheet_state = "hidden"
    hidden.append((int(NIK), 0.3324014102879001))
    buffer = io.BytesIO()
    book.save(buffer)
    found = lines(buffer.getvalue())
    assert {"Nama", "Ani", NIK} <= set(found)
    assert not any("3324014102879001" in line for line in found if line != NIK)  # digits of a fraction are no NIK


@pytest.mark.parametrize("written", ["3.324014102879001E15", "3.324014102879001E+15"])
def test_numbers_are_read_as_a_person_does(written: str) -> None:
    assert NIK in lines(packed({"xl/worksheets/sheet1.xml": f"<c><v>{written}</v></c>"}))


def test_a_number_goes_on_over_runs_and_ends_with_its_paragraph() -> None:
    body = (
        '<w:document xmlns:w="w"><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>33240141</w:t></w:r>'
        '<w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>02879001</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r></w:p></w:document>"
    )
    assert lines(packed({"word/document.xml": body}))[1:] == [NIK, "1", "2"]


def test_cells_of_ods_and_addresses_of_links() -> None:
    body = f'<t><table-cell value="{NIK}"><p>3,3E+15</p></table-cell><a href="mailto:ani@kantor.go.id">x</a></t>'
    assert lines(packed({"content.xml": body}))[1:] == [NIK, "3,3E+15", "mailto:ani@kantor.go.id", "x"]


def test_a_zip_in_a_zip_and_the_names_of_files() -> None:
    inner = packed({"ktp/3324014102879001.txt": "Ani"})
    assert lines(packed({"a.zip": inner, "b.csv": "P001,70"})) == ["a.zip", "b.csv", f"ktp/{NIK}.txt", "Ani", "P001,70"]


def test_unicode_text_of_excel_is_read() -> None:
    data = f"Nama\t{NIK}".encode("utf-16")
    assert not is_text(data)
    assert lines(data) == [f"Nama\t{NIK}"]


def test_an_old_document_is_read_letter_by_letter() -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    seen, code = refusal(start + b"\0" + f" {NIK} ".encode("utf-16-le"))
    assert any(NIK in text for text in seen)
    assert code == "IKM207"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n", "IKM204"),
        (b"\x00\x01\x02", "IKM204"),
        (b"PK\x03\x04 and nothing more", "IKM207"),
        (packed({"a.xml": "<a>"}), "IKM207"),
        (packed({"a.xml": "<!DOCTYPE a><a/>"}), "IKM209"),
        (packed({"scan.pdf": b"%PDF-1.7\n\0"}), "IKM204"),
        (packed({"a": packed({"b": packed({"c": packed({"d": b"x"})})})}), "IKM209"),
    ],
)
def test_what_cannot_be_looked_into_is_said(data: bytes, code: str) -> None:
    assert refusal(data)[1] == code


def test_a_zip_that_grows_beyond_the_limit_is_refused() -> None:
    bomb = packed({"a": b"\0" * 9_000_000})
    assert refusal(bomb)[1] == "IKM208"


def test_many_small_bombs_together_outgrow_the_limit() -> None:
    one = packed({f"{n}": b"0" * 7_000_000 for n in range(12)})
    assert refusal(packed({f"{n}.zip": one for n in range(7)}))[1] == "IKM208"


def test_pictures_within_a_document_say_nothing() -> None:
    assert lines(packed({"word/media/logo.png": b"\x89PNG\r\n\0"})) == ["word/media/logo.png"]
