"""What format 1 lets people write, and what it means where they write nothing.

A key at its default is left out of what is hashed, so no default may change within a format: a list that was
locked before would follow from other rules under the same digest. A new word or key may be added to these tables.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.objection import Objection
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program
from ikmctl.domain.quota import QuotaRange, StageQuota, StageReserves
from ikmctl.domain.rule import RuleUse
from ikmctl.domain.scalars import Day, Flag, Number, Whole
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES

WORDS = """
AttendanceSpec.people: all selected
Awards.group_by: track
Awards.on_withdraw: move_up* fill_last
Balance.per: all* track
CertificateSpec.people: selected* attended all
Criterion.direction: benefit cost
Criterion.missing: reject pending worst
Decision.do: withdraw disqualify admit reinstate correct order
Decision.kind: mundur tidak_daftar_ulang gagal_verifikasi meninggal
Decision.seat: extra quota
Documents.paper: F4* A4
Event.event: lock draw void curate announce finalize reopen
Event.what: rules pool draw
ExportSpec.form: xlsx* csv
ExportSpec.people: selected* reserves all
FieldSpec.type: integer decimal text choice multi flag day rupiah
GroupRule.attribute: dak priority*
MarkSpec.per: participant judge session
Objection.status: open* accepted rejected
OrderBy.direction: ascending* descending
Panel.aggregate: mean* adjusted trimmed
Panel.incomplete: stop* mean_of_present
PaymentSpec.people: selected attended*
PaymentSpec.per: session* person
Program.language: id* en
Program.unit: person* business sentra
RuleUse.missing: reject pending* pass
RuleUse.severity: reject* fix
SelectionSpec.compare: place score
SelectionSpec.mode: strict* lottery
SizeClassRule.by: industry umkm
SizeClassRule.values: micro small medium large
Stage.kind: select* match
"""

DEFAULTS: dict[str, Any] = {
    "Program.format": 1, "Program.synthetic": False, "Program.identity": ("nik",), "Dates.sessions_per_day": 1,
    "Track.reserves": 0, "QuotaRange.min": 0, "SeatRange.min": 0, "Stage.method": "weighted_sum",
    "Stage.lines_per_member": 1,
    "SelectionSpec.ties": ("ticket",), "SelectionSpec.second_choice": False, "Tier.amount": 0,
    "CertificateSpec.from": 1, "Line.capacity": 1, "AttendanceRule.mark": "attendance",
    "ConsentRule.field": "consent", "DocumentsRule.field": "documents", "PapersRule.field": "licences",
    "PriceRule.max_ratio": 1, "PriceRule.field": "price", "VolumeRule.min_share": 1, "VolumeRule.field": "capacity",
    "VolumeRule.unit_field": "capacity_unit",
}  # fmt: skip
"""Those that are no word of a list above, and not empty."""

LIMITS = {
    "1": "Program.format",
    "any": "FieldSpec.min FieldSpec.max MarkSpec.min MarkSpec.max Stage.threshold Criterion.threshold RangeRule.min "
           "RangeRule.max Band.from Band.below Band.points",
    "0 to 1": "Balance.min_share Balance.max_share EachRange.min_share EachRange.max_share AttendanceRule.min_share "
              "VolumeRule.min_share",
    "from 0": "Track.reserves QuotaRange.min Group.units SeatRange.min Stage.reserves StageReserves.everywhere "
              "Criterion.weight Balance.min Balance.max EachRange.min Awards.budget Tier.amount PaymentSpec.rate "
              "PaymentSpec.tax PaymentSpec.budget Event.marks DecisionsSoFar.count Line.volume Line.price AgeRule.min "
              "AgeRule.max BusinessAgeRule.min BusinessAgeRule.max GroupRule.min_units PriceRule.max_ratio",
    "from 1": "Dates.sessions_per_day Dates.days Capacity.max Track.quota QuotaRange.max SeatRange.max Stage.quota "
              "Stage.lines_per_member StageQuota.everywhere EachRange.max Tier.places CertificateSpec.from "
              "CertificateSpec.min_sessions Event.number Event.engine Event.per_track Objection.id Line.capacity "
              "AttendanceRule.min_sessions NoPreviousAidRule.years NominatedRule.max_rank",
}  # fmt: skip


def parts(annotation: object) -> Iterator[object]:
    """A type and all that it is made of."""
    yield annotation
    for part in () if get_origin(annotation) is Literal else get_args(annotation):
        yield from parts(part)


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A model and all that it holds, each once."""
    if model not in seen:
        seen.add(model)
        yield model
        for field in model.model_fields.values():
            for part in parts(field.annotation):
                if isinstance(part, type) and issubclass(part, BaseModel):
                    yield from models(part, seen)


def keys() -> dict[str, FieldInfo]:
    """Every key of the files that people write; those that all rules share stand under `RuleUse`."""
    seen: set[type[BaseModel]] = set()
    roots: tuple[type[BaseModel], ...] = (
        Program,
        Decision,
        Event,
        Objection,
        Partners,
        *RULES.values(),
        *SCALES.values(),
    )
    return {
        f"{model.__name__}.{field.alias or name}": field
        for root in roots
        for model in models(root, seen)
        for name, field in model.model_fields.items()
        if model is RuleUse or not (issubclass(model, RuleUse) and name in RuleUse.model_fields)
    }


KEYS = keys()


def taken(key: str, texts: Iterable[str]) -> list[str]:
    """Those of some texts that a key does not refuse."""
    field = KEYS[key]
    whole: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    adapter, found = TypeAdapter(whole), []
    for text in texts:
        with suppress(ValidationError):
            adapter.validate_python(text)
            found.append(text)
    return found


def test_the_words_that_a_key_takes_and_the_one_it_has() -> None:
    found = []
    for key, field in KEYS.items():
        words = [word for part in parts(field.annotation) if get_origin(part) is Literal for word in get_args(part)]
        if words:
            found.append(f"{key}: {' '.join(f'{word}*' if word == field.default else str(word) for word in words)}")
    assert sorted(found) == sorted(WORDS.split("\n")[1:-1])


def test_what_a_key_is_where_nobody_writes_it() -> None:
    stated = {
        key: field.default for key, field in KEYS.items() if not field.is_required() and not field.default_factory
    }
    named = {key: value for key, value in stated.items() if value not in (None, "", ()) and f"{key}: " not in WORDS}
    assert named == DEFAULTS
    made = [field.get_default(call_default_factory=True) for field in KEYS.values() if field.default_factory]
    assert all(one == {} or one.model_dump(exclude_defaults=True) == {} for one in made)


def test_the_numbers_that_a_key_takes() -> None:
    kinds = {"1": "1", "-1 0 1 2": "any", "0 1": "0 to 1", "0 1 2": "from 0", "1 2": "from 1"}
    found: dict[str, set[str]] = {}
    numeric = {int, Decimal, QuotaRange, StageQuota, StageReserves}
    for key in (key for key, field in KEYS.items() if numeric.intersection(parts(field.annotation))):
        if numbers := " ".join(taken(key, ("-1", "0", "1", "2"))):  # a list or a map takes none
            found.setdefault(kinds[numbers], set()).add(key)
    assert found == {kind: set(text.split()) for kind, text in LIMITS.items()}
    assert [key for key in LIMITS["0 to 1"].split() if taken(key, ("1.01", "-0.01"))] == []


@pytest.mark.parametrize(
    ("key", "sound", "refused"),
    [
        ("Program.region", "33 33.24 33.24.05 33.24.05.2001", "3 33. 33.2 33.24.5 33.24.05.201 33.24.05.20011 3324"),
        ("Event.rules", "0123456789abcdef" * 4, f"{'0' * 63} {'0' * 65} {'A' * 64} {'g' * 64}"),
        ("Judge.id", "J1 Bu_Siti-2 " + "j" * 16, "-J1 J.1 " + "j" * 17),
        ("Program.as_of", "2025-09-29", "29-09-2025 2025-9-29 2025-02-30"),
        ("Program.synthetic", "true false", "yes on 1 True"),
    ],
)
def test_the_shape_of_a_text(key: str, sound: str, refused: str) -> None:
    assert taken(key, (*sound.split(), *refused.split())) == sound.split()


@pytest.mark.parametrize(("key", "least", "most"), [("Program.title", 1, 200), ("Program.organizer", 0, 4000)])
def test_the_length_of_a_text(key: str, least: int, most: int) -> None:
    lengths = (0, 1, most, most + 1)
    assert list(map(len, taken(key, ("x" * length for length in lengths)))) == [
        length for length in lengths if least <= length <= most
    ]


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (Whole, {"type": "integer"}), (Number, {"type": "number"}), (Day, {"type": "string", "format": "date"}),
        (Flag, {"type": "boolean"}),
    ],
)  # fmt: skip
def test_an_editor_takes_the_usual_spelling_of_a_scalar(kind: Any, schema: dict[str, str]) -> None:
    assert TypeAdapter[Any](kind).json_schema() == schema
