"""`{rule: kbli}`: the business stands under one of the track's KBLI codes."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Slug
from ikmctl.engine.rules.one_of import words


class KbliRule(RuleUse):
    """One of the codes is in the list of the rule, or, without a list, of the demand line or the track."""

    name: ClassVar[str] = "kbli"
    called: ClassVar[Mapping[str, str]] = {"id": "KBLI", "en": "KBLI code"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "kode KBLI termasuk daftar bidang, atau daftar di aturan ini",
        "en": "a KBLI code is in the track's list, or in the list of this rule",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "kbli.met": {"id": "KBLI {kbli}", "en": "KBLI {kbli}"},
        "kbli.other": {
            "id": "KBLI {kbli}, yang diterima: {codes}",
            "en": "KBLI {kbli}, accepted: {codes}",
        },
        "kbli.waived": {"id": "tanpa KBLI karena {field}", "en": "no KBLI needed because of {field}"},
        "kbli.unasked": {"id": "perusahaan tidak menyebut KBLI", "en": "the firm asks for no KBLI code"},
        "kbli.unlisted": {
            "id": "bidang ini tidak punya daftar KBLI",
            "en": "the track has no list of KBLI codes",
        },
        "kbli.unknown": {"id": "KBLI belum diisi", "en": "the KBLI code is not filled in"},
    }

    codes: tuple[Annotated[str, Field(pattern=r"^[0-9]{2,5}$")], ...] = ()
    """Accepted codes or their first digits (`13` takes every code of that division).
    id: Kode yang diterima, atau angka awalnya (`13` menerima semua kode golongan itu)."""
    unless: Slug | None = None
    """A yes in this column waives the rule, for example for people who only plan a business.
    id: Jawaban ya di kolom ini membebaskan dari aturan, misalnya bagi yang baru merencanakan usaha."""

    def fields(self) -> tuple[str, ...]:
        """The code, the track that lists codes, and the waiver."""
        return ("kbli", "track", *(() if self.unless is None else (self.unless,)))

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Compare first digits."""
        if self.unless is not None and case.fact(self.unless) == "true":
            return True, self.say("waived", field=self.unless)
        asked = case.line.get("kbli")
        if case.line and not asked and not self.codes:
            return True, self.say("unasked")
        accepted = self.codes or ((asked,) if asked else case.track_kbli)
        if not accepted:
            return None, self.say("unlisted")
        stated = case.fact("kbli")
        if stated is None:
            return None, self.say("unknown")
        shown = ", ".join(sorted(words(stated)))
        if any(code.startswith(accepted) for code in words(stated)):
            return True, self.say("met", kbli=shown)
        return False, self.say("other", kbli=shown, codes=", ".join(accepted))
