"""partners.yaml: large firms and what they want to buy, for programs that match."""

from typing import Annotated

from pydantic import Field

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Day, Name, Number, Slug, Text, Whole


class Line(Model):
    """A demand line (kebutuhan perusahaan): one product that a firm wants."""

    id: Slug
    product: Name
    kbli: Annotated[str, Field(pattern=r"^[0-9]{5}$")] | None = None
    volume: Annotated[Number, Field(ge=0)] | None = None
    """Wanted amount each month."""
    unit: Text = ""
    """Unit of the volume, such as `pcs` or `kg`."""
    papers: tuple[Name, ...] = ()
    """Quality papers that a supplier must hold."""
    price: Annotated[Whole, Field(ge=0)] | None = None
    """Highest price of one unit in whole rupiah."""
    capacity: Annotated[Whole, Field(ge=1)] = 1
    """Members that the line can take."""
    by: Day | None = None
    """First delivery is due on this day."""
    description: Text = ""


class Firm(Model):
    """A large firm of the estate with its demand lines."""

    id: Slug
    name: Name
    lines: tuple[Line, ...] = Field(min_length=1)


class Partners(Model):
    """The whole of partners.yaml."""

    firms: tuple[Firm, ...] = ()

    def lines(self) -> tuple[tuple[Firm, Line], ...]:
        """Every demand line with its firm, by id: the order in the file has no power."""
        return tuple(sorted(((firm, line) for firm in self.firms for line in firm.lines), key=lambda one: one[1].id))
