"""decisions.yaml: dated human acts with a reason; people write it, or `ikmctl decide` appends."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Day, Name, Slug, Text

Act = Literal["withdraw", "disqualify", "admit", "reinstate", "correct", "order"]


class Decision(Model):
    """One entry. `id` names the person, `ids` the settled order of a tie, best first."""

    do: Act
    id: Name | None = None
    ids: tuple[Name, ...] = ()
    stage: Slug
    kind: Literal["mundur", "tidak_daftar_ulang", "gagal_verifikasi", "meninggal"] | None = None
    """Of a `withdraw`."""
    seat: Literal["extra", "quota"] | None = None
    """Of an `admit`."""
    mark: Slug | None = None
    item: Annotated[str, Field(default="")]
    judge: Annotated[str, Field(default="")]
    field: Slug | None = None
    old: Text | None = None
    new: Text | None = None
    by: Name
    on: Day
    reason: Name
    document: Text = ""

    @model_validator(mode="after")
    def _keys_fit_the_act(self) -> "Decision":
        if (self.do == "order") == (self.id is not None) or (self.do == "order") != (len(self.ids) > 1):
            raise PydanticCustomError("decision_subject", "id or ids")
        if self.do == "correct" and ((self.mark is None) == (self.field is None) or self.new is None):
            raise PydanticCustomError("decision_correct", "mark or field, and new")
        if self.do == "admit" and self.seat is None:
            raise PydanticCustomError("decision_seat", "seat")
        return self
