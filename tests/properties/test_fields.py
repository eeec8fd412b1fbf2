"""Parsers of values: never raise, never repeat a private value, and know their own output."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ikmctl.domain.numbers import DECIMAL_TEXT
from ikmctl.sheets.fields import FIELDS, FieldContext
from ikmctl.sheets.grid import Cell

AS_OF = date(2025, 9, 29)
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
KINDS = st.sampled_from(sorted(FIELDS))
LOOSE = st.text(alphabet="0123456789.,-/ rpjtRPMkab<>%:'Ee+±LPyn\u200b\u202e✓é٣²", max_size=30)
SNIPPETS = st.lists(
    st.sampled_from(
        ["Rp", "juta", "jt", "M", "3", "500", "1.500", "2,5", "-", "/", "bulan", "<", "17", "Agustus", "1987", "08",
         "Kec.", "Kab.",
         "Kendal", "Bdg", "PNS", "guru", "SMA", "tuna", "netra", "ya", "tidak", "@", "contoh.id", "0812", "0000",
         "1234", "100", ",", "dan"]
    ),
    max_size=6,
).map(" ".join)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), LOOSE, SNIPPETS, st.from_regex(r"[0-9]{1,20}", fullmatch=True))
CELLS = st.builds(
    Cell, TEXTS, st.sampled_from(["text", "number", "date", "bool", "error", "empty", "formula"]), st.just("F23")
)
CONTEXTS = st.builds(
    FieldContext,
    as_of=st.just(AS_OF),
    region=st.sampled_from(["", "33", "33.24"]),
    values=st.sampled_from([(), ("H", "S", "I", "A"), ("Halal", "PIRT", "Merek, HKI")]),
    least=st.sampled_from([None, Decimal(0), Decimal("0.5")]),
    most=st.sampled_from([None, Decimal(100), Decimal(10**9)]),
    multiplier=st.sampled_from([1, 1000]),
    aliases=st.sampled_from([{}, {"furnitur": "furniture", "ecoprint": "ecoprint"}]),
    epoch_1904=st.booleans(),
    within=st.sampled_from(["", "33", "33.24", "33.22"]),
    month_first=st.booleans(),
    coarse=st.booleans(),
    private=st.booleans(),
    sensitive=st.booleans(),
)


@settings(max_examples=1500, deadline=None)
@given(KINDS, CELLS, CONTEXTS)
def test_no_cell_makes_a_parser_raise(kind: Any, cell: Cell, context: FieldContext) -> None:
    parsed = FIELDS[kind](cell, context)
    assert parsed.value != ""
    assert all(item.code[:4] == "IKM2" for item in parsed.problems)
    if parsed.value is not None:
        assert parsed.value == parsed.value.strip()
        assert "\n" not in parsed.value
        assert not any(item.severity == "error" for item in parsed.problems)
    if kind in ("integer", "decimal", "rupiah", "score"):
        for number in (parsed.value, parsed.low, parsed.high):
            assert number is None or DECIMAL_TEXT.match(number)


@settings(max_examples=1000, deadline=None)
@given(KINDS, CELLS, CONTEXTS)
def test_the_canonical_text_reads_as_itself(kind: Any, cell: Cell, context: FieldContext) -> None:
    first = FIELDS[kind](cell, context)
    if first.value is None:
        return
    plain = FieldContext(AS_OF, region=context.region, values=context.values, aliases=context.aliases)
    if kind in ("track", "group"):
        plain = FieldContext(AS_OF, aliases={value: value for value in context.aliases.values()})
    if kind in ("decimal", "score") and len(first.value.partition(".")[2]) == 3:
        return  # 1.500 typed by a person is two numbers; files are never read with these parsers
    text = first.value.replace("|", ",") if kind == "multi" and not context.values else first.value
    assert FIELDS[kind](Cell(text, "text", "A1"), plain).value == first.value


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(["nik", "phone", "name", "nib", "npwp", "email", "day", "label", "text"]),
    st.from_regex(r"[0-9]{6,22}", fullmatch=True),
)
def test_private_digits_never_reach_a_message(kind: Any, digits: str) -> None:
    parsed = FIELDS[kind](Cell(f"x{digits}y", "text", "A1"), FieldContext(AS_OF, private=True))
    words = " ".join(str(value) for item in parsed.problems for value in item.params.values())
    assert set(words) & set("012345678") <= set(
        "".join(str(number) for number in (len(digits), 13, 15, 16, 2000, 200, 120))
    )
    assert digits not in words


@settings(max_examples=300, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    forms = (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}", day.isoformat(),
        f"{day:%d%m%Y}",
        f"Kendal, {day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    )  # fmt: skip
    for form in forms:
        assert FIELDS["day"](Cell(form, "text", "A1"), FieldContext(AS_OF)).value == day.isoformat(), form


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=10_000, max_value=10**15))
def test_every_amount_is_read_in_every_form(amount: int) -> None:
    dotted = f"{amount:,}".replace(",", ".")
    for form in (str(amount), dotted, f"Rp {dotted}", f"Rp{dotted},-", f"Rp. {dotted},00", f"{amount:,}.00"):
        assert FIELDS["rupiah"](Cell(form, "text", "A1"), FieldContext(AS_OF)).value == str(amount), form
