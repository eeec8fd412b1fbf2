import pytest

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.participant import Person
from ikmctl.workflow.importing.identity import alike, contact_of, identity_of, name_key, plain
from ikmctl.workflow.importing.merge import Matches, index, match_rows, shared_contacts
from tests.unit.workflow.importing import program, row

NIK_A, NIK_B, NIK_C = "3324015509879001", "3324010101909002", "3324010101909003"
SITI = Person("P001", NIK_A, ("3324015509879009",), {"name": "Siti Aminah", "phone": "+6281200001234"})
BUDI = Person("P002", NIK_B, (), {"name": "Budi Santoso", "phone": "+6281200001111"})
FIRM = Person("P001", "ud. maju jaya | tahu", (), {"business_name": "UD. Maju Jaya", "product": "Tahu"})


def people(*rows: object) -> Matches:
    return match_rows(rows, index([SITI, BUDI], program()), program())  # type: ignore[arg-type]  # rows of another kind


def keys(matches: Matches) -> list[str]:
    return [match.key for match in matches.found]


def codes(matches: Matches) -> list[tuple[int, str]]:
    return [(one.origin.row, problem.code) for one in matches.rejected for problem in one.problems]


def test_a_known_identity_is_the_same_person() -> None:
    assert keys(people(row(2, nik=NIK_A, name="Siti A."))) == ["number P001"]


def test_an_unknown_identity_is_new() -> None:
    assert keys(people(row(2, nik=NIK_C, name="Dewi"))) == [f"new {NIK_C}"]


def test_a_corrected_nik_beside_the_number_stays_the_same_participant() -> None:
    matches = people(row(2, number="P001", nik=NIK_C))
    assert [(match.number, match.identity) for match in matches.found] == [("P001", NIK_C)]


def test_a_former_nik_still_finds_the_person() -> None:
    assert keys(people(row(2, nik="3324015509879009", name="SITI AMINAH"))) == ["number P001"]


def test_a_former_nik_under_another_name_is_asked_about() -> None:
    matches = people(row(2, nik="3324015509879009", name="Rudi Hartono"))
    assert codes(matches) == [(2, "IKM307")]
    assert matches.rejected[0].problems[0].params == {"ids": "P001"}


def test_another_identity_with_the_same_phone_and_name_is_asked_about() -> None:
    matches = people(row(2, nik=NIK_C, name="Siti Aminah", phone="+6281200001234"))
    assert codes(matches) == [(2, "IKM306")]


def test_the_answer_new_person_settles_it() -> None:
    asked = {"nik": NIK_C, "name": "Siti Aminah", "phone": "+6281200001234"}
    assert keys(people(row(2, number="BARU", **asked))) == [f"new {NIK_C}"]
    assert keys(people(row(2, number="P001", **asked))) == ["number P001"]


def test_a_couple_that_shares_a_phone_is_not_asked_about() -> None:
    assert keys(people(row(2, nik=NIK_C, name="Agus Salim", phone="+6281200001234"))) == [f"new {NIK_C}"]


def test_a_number_and_an_identity_of_two_people_contradict() -> None:
    matches = people(row(2, number="P001", nik=NIK_B))
    assert codes(matches) == [(2, "IKM304")]
    assert matches.rejected[0].problems[0].params == {"id": "P001", "other": "P002"}


def test_a_number_never_changes_afterwards() -> None:
    (match,) = people(row(2, number="REG-9", nik=NIK_B)).found
    assert match.number == "P002"
    assert [(p.code, p.severity, p.where.cell) for p in match.row.problems] == [("IKM305", Severity.WARNING, "A2")]


def test_a_row_without_identity_goes_back() -> None:
    matches = people(row(2, name="Budi"))
    assert codes(matches) == [(2, "IKM301")]
    assert matches.rejected[0].problems[0].where.cell == "A2"


def test_the_number_of_a_participant_stands_for_a_blank_identity() -> None:
    (match,) = people(row(2, number="P001", workers="4")).found
    assert (match.number, match.identity) == ("P001", "")
    assert codes(people(row(2, number="P099", workers="4"))) == [(2, "IKM301")]


def test_a_registration_number_of_two_newcomers_belongs_to_neither() -> None:
    matches = people(row(2, number="REG-1", nik=NIK_C), row(3, number="REG-1", nik="3324010101909004"))
    assert codes(matches) == [(2, "IKM303"), (3, "IKM303")]


def test_a_new_registration_number_is_wished_for() -> None:
    assert [match.wish for match in people(row(2, number="REG-1", nik=NIK_C)).found] == ["REG-1"]


def test_a_business_spelled_in_another_way_is_asked_about() -> None:
    firms = program(unit="business", identity=["business_name", "product"])
    register = index([FIRM], firms)
    same = row(2, business_name="ud. MAJU  jaya", product="tahu")
    spelled = row(3, business_name="Maju Jaya, UD", product="Tahu")
    other = row(4, business_name="UD Maju Jaya", product="Tempe")
    matches = match_rows([same, spelled, other], register, firms)
    assert keys(matches) == ["number P001", "new ud maju jaya | tempe"]
    assert codes(matches) == [(3, "IKM308")]


def test_newcomers_with_one_phone_and_name_are_said() -> None:
    twins = [row(at, nik=f"33240101019090{at:02d}", name="Budi, S.E.", phone="1") for at in (2, 3)]
    found = shared_contacts([*twins, row(4, nik=NIK_A, name="Siti", phone="1")])
    assert [(item.code, item.where.cell, item.params["rows"]) for item in found] == [
        ("IKM309", "B2", "3"),
        ("IKM309", "B3", "2"),
    ]
    assert all(item.severity is Severity.WARNING for item in found)


@pytest.mark.parametrize(
    ("identity", "values", "expected"),
    [
        ("nik", {"nik": NIK_A}, NIK_A),
        ("registration", {"number": "REG-1"}, "reg-1"),
        (["business_name", "product"], {"business_name": " UD  Maju", "product": "ＴＡＨＵ"}, "ud maju | tahu"),
        (["business_name", "product"], {"business_name": "a|b", "product": "c"}, "a/b | c"),
        (["business_name", "product"], {"business_name": "UD Maju"}, ""),
    ],
)
def test_identity(identity: object, values: dict[str, str], expected: str) -> None:
    assert identity_of(program(identity=identity), values) == expected


def test_keys_that_meet() -> None:
    assert plain("  Ｍaju\u00a0JAYA ") == "maju jaya"
    assert alike("ud. maju jaya | tahu") == alike("maju jaya, ud | tahu")
    assert alike("ud. maju jaya | tahu") != alike("ud. maju jaya | tempe")
    assert alike("ud") == "ud"
    assert name_key("H. Moh. Soleh, S.Pd.") == name_key("muhammad sholeh")
    assert name_key("Budi S.") != name_key("Budi")
    assert name_key("!") == "!"
    assert contact_of({"name": "Budi"}) == ""
    assert contact_of({"owner_name": "Budi", "phone": "1"}) == "1 | " + name_key("Budi")
