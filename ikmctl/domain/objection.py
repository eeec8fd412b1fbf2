"""objections.yaml: objections received in the window, their ground, outcome and answer; people write it."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Day, Name, Text, Whole


class Objection(Model):
    """One objection (sanggahan). An answered one has a day and an answer."""

    id: Annotated[Whole, Field(ge=1)]
    participant: Name
    """Number of the participant who objects."""
    received: Day
    ground: Text
    """What the participant says."""
    status: Literal["open", "accepted", "rejected"] = "open"
    answered: Day | None = None
    answer: Text = ""

    @model_validator(mode="after")
    def _answered_when_closed(self) -> "Objection":
        if self.status != "open":
            said = {"answered": self.answered, "answer": self.answer.strip()}
            lacking = [name for name, value in said.items() if not value]
            if lacking:
                raise PydanticCustomError("lacking_keys", "missing keys", {"keys": ", ".join(lacking)})
        return self
