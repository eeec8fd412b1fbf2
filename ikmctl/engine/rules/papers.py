"""`{rule: papers}`: the member holds every quality paper that the demand line asks for."""

from collections.abc import Mapping
from typing import ClassVar

from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Slug
from ikmctl.engine.rules.one_of import words


class PapersRule(RuleUse):
    """Every paper of the demand line is among those of the member; a line without papers asks for nothing."""

    name: ClassVar[str] = "papers"
    of_line: ClassVar[bool] = True
    called: ClassVar[Mapping[str, str]] = {"id": "dokumen mutu", "en": "quality papers"}
    summary: ClassVar[Mapping[str, str]] = {
        "id": "memegang semua dokumen mutu yang diminta perusahaan",
        "en": "holds all quality papers that the firm asks for",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "papers.met": {"id": "dokumen mutu lengkap", "en": "quality papers complete"},
        "papers.unasked": {"id": "perusahaan tidak meminta dokumen mutu", "en": "the firm asks for no quality papers"},
        "papers.lacking": {"id": "belum memegang izin atau dokumen: {lacking}", "en": "lacks the papers {lacking}"},
        "papers.unknown": {
            "id": "dokumen belum diisi ({field}), yang diminta: {lacking}",
            "en": "papers are not filled in ({field}), asked for: {lacking}",
        },
    }

    field: Slug = "licences"
    """The column with the member's papers.
    id: Kolom berisi dokumen milik anggota."""

    def fields(self) -> tuple[str, ...]:
        """The column."""
        return (self.field,)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Name what lacks."""
        asked = [name for name in case.line.get("papers", "").split("|") if name]
        if not asked:
            return True, self.say("unasked")
        value = case.fact(self.field)
        if value is None:
            return None, self.say("unknown", field=self.field, lacking=", ".join(asked))
        held = words(value)
        lacking = [name for name in asked if name.casefold() not in held]
        return (False, self.say("lacking", lacking=", ".join(lacking))) if lacking else (True, self.say("met"))
