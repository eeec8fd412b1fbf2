"""Machine output."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePosixPath
from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st
from msgspec import field

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.domain.record import Veiled
from ikmctl.domain.selection import Because
from ikmctl.render.jsonout import annotation, document, dump_json, to_plain


class _Data(Veiled, frozen=True):
    veiled: ClassVar = frozenset({"names"})

    day: date
    share: Fraction
    amount: Decimal
    why: Because
    names: Mapping[str, str] = field(default_factory=dict)


def test_exact_numbers_and_days_become_text_and_private_fields_stay_out() -> None:
    data = _Data(date(2025, 9, 29), Fraction(1, 3), Decimal("0.60"), Because.FLOOR, {"P001": "Siti"})
    assert to_plain(data) == {"day": "2025-09-29", "share": "1/3", "amount": "0.6", "why": "floor"}


def test_containers_keep_their_order_and_sets_are_sorted() -> None:
    assert to_plain({"b": (1, None, True), "a": frozenset({"z", "y"})}) == {"b": [1, None, True], "a": ["y", "z"]}
    assert to_plain(PurePosixPath("a/b")) == "a/b"


def test_the_document_has_the_four_keys_and_diagnostics_leave_out_what_they_lack() -> None:
    found = [
        Diagnostic("IKM982", params={"found": "x"}),
        Diagnostic("IKM988", Where("p.xlsx", sheet="Form", cell="F23"), severity=Severity.WARNING),
    ]
    answer = json.loads(document("validate", found, "en", ok=False))
    assert list(answer) == ["schema", "ok", "diagnostics", "data"]
    assert answer["schema"] == "ikmctl/validate/1"
    assert answer["ok"] is False
    assert [set(item) for item in answer["diagnostics"]] == [
        {"code", "severity", "message", "hint"},
        {"code", "severity", "file", "sheet", "cell", "message", "hint"},
    ]


def test_codes_and_keys_do_not_depend_on_the_language() -> None:
    found = [Diagnostic("IKM982", params={"found": "x"})]
    both = [json.loads(document("verify", found, lang, ok=True)) for lang in ("id", "en")]
    assert both[0]["diagnostics"][0]["code"] == both[1]["diagnostics"][0]["code"]
    assert both[0]["diagnostics"][0]["message"] != both[1]["diagnostics"][0]["message"]


def test_written_files_stand_beside_the_data() -> None:
    answer = json.loads(document("curate", [], "id", ok=True, body={"data": {"a": 1}, "written": ["x.csv"]}))
    assert answer["data"] == {"a": 1}
    assert answer["written"] == ["x.csv"]


def test_an_annotation_cannot_be_broken_by_its_own_text() -> None:
    shown = annotation(Diagnostic("IKM982", Where("a,b:c.yaml", 7, 12), {"found": "100%"}), "en")
    assert shown.startswith("::error file=a%2Cb%3Ac.yaml,line=7,col=12,title=IKM982::there is no command `100%25`%0A")
    assert "\n" not in shown


def test_an_annotation_obeys_no_file_name() -> None:
    shown = annotation(Diagnostic("IKM988", Where("a\x1b[31m\u202e.yaml", 7)), "en")
    assert shown.startswith("::error file=a\\x1b[31m\\u202e.yaml,line=7,")


def test_an_annotation_of_a_cell_names_the_cell() -> None:
    shown = annotation(Diagnostic("IKM988", Where("p.xlsx", sheet="Form", cell="F23")), "en")
    assert "::p.xlsx!Form!F23: there is no program" in shown


@given(st.text())
def test_json_hides_no_character_and_loses_none(text: str) -> None:
    shown = dump_json({"name": text})
    assert json.loads(shown) == {"name": text}
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") and char != "\n"]
