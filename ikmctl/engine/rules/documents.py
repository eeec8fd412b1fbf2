"""`{rule: documents, required: [...]}`: required documents or statements have been handed in."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Name, Slug
from ikmctl.engine.rules.one_of import words


class DocumentsRule(RuleUse):
    """Every required document is among those that were handed in."""

    name: ClassVar[str] = "documents"
    summary: ClassVar[Mapping[str, str]] = {
        "id": "semua dokumen atau pernyataan yang diwajibkan sudah ada",
        "en": "all required documents or statements are there",
    }
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "documents.met": {"id": "{field} lengkap", "en": "{field} complete"},
        "documents.lacking": {"id": "{field} kurang: {lacking}", "en": "{field} lack: {lacking}"},
        "documents.unknown": {"id": "{field} belum diisi", "en": "{field} is not filled in"},
    }

    required: Annotated[tuple[Name, ...], Field(min_length=1)]
    """What must be there.
    id: Yang harus ada."""
    any_of: tuple[Name, ...] = ()
    """At least one of these besides, where some are stated.
    id: Paling sedikit satu dari ini juga harus ada, bila disebut."""
    field: Slug = "documents"
    """The column, such as `documents`, `statements` or `licences`.
    id: Kolomnya, misalnya `documents`, `statements` atau `licences`."""

    def fields(self) -> tuple[str, ...]:
        """The column."""
        return (self.field,)

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Name what lacks."""
        value = case.fact(self.field)
        if value is None:
            return None, self.say("unknown", field=self.field)
        given = words(value)
        lacking = [name for name in self.required if name.casefold() not in given]
        if self.any_of and not any(name.casefold() in given for name in self.any_of):
            lacking.append(" / ".join(self.any_of))
        if lacking:
            return False, self.say("lacking", field=self.field, lacking=", ".join(lacking))
        return True, self.say("met", field=self.field)
