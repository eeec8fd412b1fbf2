from pathlib import Path

import pytest

from ikmctl.domain.partner import Firm, Line, Partners
from ikmctl.store.files import read_partners
from ikmctl.store.partners_file import HEAD, write_partners
from ikmctl.workflow.importing.partners import slug_of
from tests.unit.workflow.importing import Office, codes, counts, data

TOP = "Nama Perusahaan,Produk,KBLI,Volume per bulan,Satuan,Dokumen Mutu,Harga,Jumlah Pemasok"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.open(tmp_path)


def wanted(office: Office, *lines: str) -> Path:
    return office.csv(TOP, *lines, name="mitra.csv")


def test_demand_lines_become_partners_yaml(office: Office) -> None:
    file = wanted(
        office,
        'PT Contoh Mebel,Kusen pintu jati,16221,200,pcs,"SVLK, ISO 9001",Rp 450.000,2',
        "PT Contoh Mebel,Palet kayu,,1500,pcs,,,",
        "CV Contoh Pangan,Keripik,10794,50,kg,PIRT,25000,3",
    )
    result = office.take(file, as_="partners")
    assert counts(result) == [(3, 3, 0, 0, 0)]
    assert office.paths.partners.read_text(encoding="utf-8") == HEAD + (
        "firms:\n"
        "  - id: cv-contoh-pangan\n"
        '    name: "CV Contoh Pangan"\n'
        "    lines:\n"
        '      - {id: keripik, product: "Keripik", kbli: "10794", volume: 50, unit: "kg", papers: [PIRT],'
        " price: 25000, capacity: 3}\n"
        "  - id: pt-contoh-mebel\n"
        '    name: "PT Contoh Mebel"\n'
        "    lines:\n"
        '      - {id: kusen-pintu-jati, product: "Kusen pintu jati", kbli: "16221", volume: 200, unit: "pcs",'
        ' papers: ["ISO 9001", SVLK], price: 450000, capacity: 2}\n'
        '      - {id: palet-kayu, product: "Palet kayu", volume: 1500, unit: "pcs"}\n'
    )
    assert data(result).new == ("keripik", "kusen-pintu-jati", "palet-kayu")
    assert result.next_step == "ikmctl match"


@pytest.mark.parametrize(
    ("written", "kept"), [("Kilogram", "kg"), ("Lbr", "lembar"), ("Box", "kotak"), ("Krat", "krat")]
)
def test_units_are_read_as_those_of_members(office: Office, written: str, kept: str) -> None:
    """A member's `Kilogram` is kept as `kg`; a line that said `Kilogram` would be counted in another unit."""
    office.take(wanted(office, f"PT A,Palet,,100,{written},,,"), as_="partners")
    assert f'unit: "{kept}"' in office.paths.partners.read_text(encoding="utf-8")


def test_a_second_import_keeps_ids_and_shows_what_changed(office: Office) -> None:
    office.take(wanted(office, "PT A,Palet,,100,pcs,,,", "PT A,Kusen,,5,pcs,,,"), as_="partners")
    result = office.take(wanted(office, "PT A,palet,,150,pcs,,,", "PT B,Palet,,9,pcs,,,"), as_="partners")
    shown = [(one.number, one.field, one.old, one.new) for one in data(result).changed]
    assert ("palet", "volume", "100", "150") in shown
    assert data(result).new == ("palet-2",)
    partners = read_partners(office.paths.partners.read_text(encoding="utf-8"), "partners.yaml").value
    assert partners is not None
    assert [(firm.id, [line.id for line in firm.lines]) for firm in partners.firms] == [
        ("pt-a", ["kusen", "palet"]), ("pt-b", ["palet-2"]),
    ]  # fmt: skip


def test_comments_of_a_person_are_not_lost(office: Office) -> None:
    office.paths.partners.write_text("# dari rapat 3 Mei\nfirms: []\n", encoding="utf-8")
    result = office.take(wanted(office, "PT A,Palet,,100,pcs,,,"), as_="partners")
    assert codes(result) == ["IKM356"]
    assert result.changes is None


def test_a_broken_partners_file_is_said(office: Office) -> None:
    office.paths.partners.write_text("firms: x\n", encoding="utf-8")
    result = office.take(wanted(office, "PT A,Palet,,100,pcs,,,"), as_="partners")
    assert result.exit_code() != 0
    assert result.changes is None


def test_rows_that_lack_what_they_need_come_back(office: Office) -> None:
    result = office.take(
        wanted(office, ",Palet,,100,pcs,,,", "PT A,,,100,pcs,,,", "PT A,Kusen,,banyak,pcs,,,"), as_="partners"
    )
    assert counts(result) == [(3, 0, 0, 3, 0)]
    assert codes(result)[:2] == ["IKM358", "IKM358"]


def test_repeats_are_merged_and_contradictions_go_back(office: Office) -> None:
    lines = ("PT A,Palet,,100,pcs,,,", "PT A,Palet,,100,pcs,,,", "PT B,Kusen,,1,pcs,,,", "PT B,Kusen,,2,pcs,,,")
    result = office.take(wanted(office, *lines), as_="partners")
    assert counts(result) == [(4, 1, 1, 2, 0)]
    assert codes(result) == ["IKM302", "IKM302"]


def test_a_file_without_firms(office: Office) -> None:
    result = office.take(office.csv("Produk,Harga,Satuan", "Palet,100,pcs", name="m.csv"), as_="partners")
    assert codes(result) == ["IKM317"]


def test_ids_from_words() -> None:
    assert slug_of("Kusen Pintu (Jati)", ()) == "kusen-pintu-jati"
    assert slug_of("Palet", ("palet", "palet-2")) == "palet-3"
    assert slug_of("!!", ()) == "x"


def test_the_file_reads_back_the_same() -> None:
    partners = Partners(
        firms=(Firm(id="a", name="A: 'x' #1", lines=(Line(id="b", product="no", papers=("on", "1.0")),)),)
    )
    read = read_partners(write_partners(partners), "partners.yaml")
    assert read.value == partners
    assert write_partners(Partners()) == HEAD + "firms: []\n"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("PT Contoh,Kusen,,5,pcs,,1000,0", "IKM292"),
        ("PT Contoh,Kusen,,5,pcs,,-5000,1", "IKM292"),
        ("PT Contoh,Kusen,,-3,pcs,,1000,1", "IKM292"),
        (f"PT Contoh,{'kusen ' * 40},,5,pcs,,1000,1", "IKM242"),
        (f"PT Contoh,Kusen,,5,pcs,{'mutu ' * 50},1000,1", "IKM242"),
    ],
)
def test_what_no_demand_line_can_hold_goes_back(office: Office, line: str, problem: str) -> None:
    result = office.take(wanted(office, line, "PT Contoh,Palet,,0,pcs,,0,1"), as_="partners")
    assert codes(result) == [problem]
    assert counts(result) == [(2, 1, 0, 1, 0)]
