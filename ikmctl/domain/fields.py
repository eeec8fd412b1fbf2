"""The catalogue of known registration columns: what each holds and who may see it.

A program adds its own under `fields:`. A field reaches participants.csv only if a rule, criterion,
balance rule, group limit or order of the program names it, and only if it is not private.
"""

from typing import Final, Literal, TypeAlias

from msgspec import Struct

Kind: TypeAlias = Literal[
    "text", "choice", "multi", "flag", "integer", "decimal", "day", "rupiah", "moment",
    "nik", "nib", "npwp", "kbli", "phone", "email", "gender", "occupation", "education",
    "disability", "district", "regency", "province", "village", "track", "group", "number", "label", "name",
    "unit", "score", "attendance",
]  # fmt: skip


class Field(Struct, frozen=True):
    """One known column. `private` never leaves `private/`; `sensitive` reaches files only banded."""

    id: str
    kind: Kind
    private: bool = False
    sensitive: bool = False
    values: tuple[str, ...] = ()


_PRIVATE: Final[dict[str, Kind]] = {
    "name": "name", "nik": "nik", "family_card": "label", "npwp": "npwp", "phone": "phone", "email": "email",
    "birth_place": "text", "birth_date": "day", "address": "text", "rt": "text", "rw": "text", "postcode": "text",
    "religion": "text", "marital": "text", "mother_name": "name", "account": "text", "business_name": "name",
    "owner_name": "name", "business_address": "text", "nib": "nib", "social_media": "text",
}  # fmt: skip

_PUBLIC: Final[dict[str, Kind]] = {
    "number": "number", "track": "track", "track_2": "track", "registered_at": "moment", "group": "group",
    "gender": "gender", "age": "integer", "village": "village", "district": "district", "regency": "regency",
    "province": "province", "occupation": "occupation", "education": "education", "kbli": "kbli",
    "business_start": "day", "business_age": "integer", "workers": "integer", "workers_male": "integer",
    "workers_female": "integer", "household": "label", "business": "label", "product": "text", "position": "text",
    "previous_aid_year": "integer", "licences": "multi", "documents": "multi", "statements": "multi",
    "export_share": "decimal", "capacity": "decimal", "capacity_unit": "unit", "market": "text",
    "legal_form": "text", "industry_size": "choice", "umkm_size": "choice", "nomination_rank": "integer",
    "consent": "flag", "distance_km": "decimal",
}  # fmt: skip

_SENSITIVE: Final[dict[str, Kind]] = {
    "disability": "disability", "turnover": "rupiah", "capital": "rupiah", "investment": "rupiah",
    "income": "rupiah", "production_value": "rupiah", "material_value": "rupiah",
}  # fmt: skip

CATALOGUE: Final[dict[str, Field]] = {
    **{name: Field(name, kind, private=True) for name, kind in _PRIVATE.items()},
    **{name: Field(name, kind) for name, kind in _PUBLIC.items()},
    **{name: Field(name, kind, sensitive=True) for name, kind in _SENSITIVE.items()},
}
"""Known fields by id."""

DERIVED: Final[dict[str, tuple[str, ...]]] = {
    "age": ("birth_date", "nik"),
    "business_age": ("business_start",),
    "household": ("family_card",),
    "business": ("nib", "business_name"),
    "industry_size": ("workers", "investment"),
    "umkm_size": ("capital", "turnover"),
}
"""Facts that import works out from other columns when the sheet does not state them."""
