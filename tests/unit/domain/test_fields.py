"""The catalogue of columns: what each holds, and who may see it."""

import pytest

from ikmctl.domain.fields import CATALOGUE, DERIVED

KINDS = {
    "text": "birth_place address rt rw postcode religion marital account business_address social_media product "
            "position market legal_form",
    "name": "name mother_name business_name owner_name",
    "label": "family_card household business",
    "day": "birth_date business_start",
    "integer": "age business_age workers workers_male workers_female previous_aid_year nomination_rank",
    "decimal": "export_share capacity distance_km",
    "rupiah": "turnover capital investment income production_value material_value",
    "multi": "licences documents statements",
    "choice": "industry_size umkm_size",
    "track": "track track_2",
    "moment": "registered_at", "unit": "capacity_unit", "flag": "consent",
    **{name: name for name in (
        "nik", "nib", "npwp", "phone", "email", "number", "group", "gender", "village", "district", "regency",
        "province", "occupation", "education", "kbli", "disability",
    )},
}  # fmt: skip
PRIVATE = (
    "name nik family_card npwp phone email birth_place birth_date address rt rw postcode religion marital mother_name "
    "account business_name owner_name business_address nib social_media"
)
SENSITIVE = "disability turnover capital investment income production_value material_value"


def test_what_a_column_holds() -> None:
    found: dict[str, set[str]] = {}
    for name, field in CATALOGUE.items():
        assert field.id == name
        found.setdefault(field.kind, set()).add(name)
    assert found == {kind: set(names.split()) for kind, names in KINDS.items()}


@pytest.mark.parametrize(("trait", "names"), [("private", PRIVATE), ("sensitive", SENSITIVE)])
def test_who_may_see_a_column(trait: str, names: str) -> None:
    assert {name for name, field in CATALOGUE.items() if getattr(field, trait)} == set(names.split())


def test_facts_that_are_worked_out_come_from_columns_of_the_catalogue() -> None:
    assert DERIVED == {
        "age": ("birth_date", "nik"), "business_age": ("business_start",), "household": ("family_card",),
        "business": ("nib", "business_name"), "industry_size": ("workers", "investment"),
        "umkm_size": ("capital", "turnover"),
    }  # fmt: skip
    assert {*DERIVED, *(name for names in DERIVED.values() for name in names)} <= set(CATALOGUE)
