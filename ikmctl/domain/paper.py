"""What official documents print beyond the result: numbers, basis, signers, paper."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ikmctl.domain.model import Model
from ikmctl.domain.quota import Count, Positive
from ikmctl.domain.scalars import Day, Name, Number, Slug, Text


class Signer(Model):
    """Who signs a document."""

    role: Name
    name: Text = ""
    rank: Text = ""
    nip: Text = ""


class DocumentSpec(Model):
    """Number, day, basis and signers of one kind of document."""

    number: Text = ""
    date: Day | None = None
    """Day that stands on the document; dots are printed while it is empty."""
    basis: tuple[Text, ...] = ()
    signers: tuple[Signer, ...] = ()
    template: Text = ""
    """Word file of the office's own, in the program's folder or beside it; ours where it is empty."""


class AttendanceSpec(Model):
    """The attendance list."""

    people: Literal["all", "selected"] | None = None
    """Who comes: everybody, or the selected; by default everybody where the stage has marks, else the selected."""


class PaymentSpec(DocumentSpec):
    """What is paid, to whom, and what the budget allows."""

    purpose: Text = ""
    """What the money is for; stands in the title."""
    rate: Count | None = None
    """Whole rupiah for each session attended; without it the prizes of the stage are paid."""
    per: Literal["session", "person"] = "session"
    """`person`: the rate is paid once, however many sessions were attended."""
    people: Literal["selected", "attended"] = "attended"
    """With a rate: those who attended, or only the selected."""
    tax: Annotated[Number, Field(ge=0, le=100)] | None = None
    """Percent withheld, as the office has declared it; the tool works out no tax of its own."""
    tax_basis: Text = ""
    """The rule by which it is withheld; printed below the table."""
    budget: Count | None = None
    """Whole rupiah that may be paid; by default the budget of the prizes."""


class CertificateSpec(DocumentSpec):
    """Certificates; `number` is a series in which `{n}` or `{n:03}` counts, such as `500.9/{n:03}/WUB/2025`."""

    first: Positive = Field(default=1, alias="from")
    """The first number of the series."""
    people: Literal["selected", "attended", "all"] = "selected"
    """Who gets one: the selected, everybody who attended, or everybody of the stage."""
    min_sessions: Positive | None = None
    """Least sessions attended, besides."""
    heading: Text = ""
    """What stands over the text; `SERTIFIKAT` where it is empty."""


class MessagesSpec(Model):
    """What every message says besides its result."""

    contact: Text = ""
    """Where people confirm, ask and object: an address, a counter, a number of the office."""
    closing: Text = ""
    """A last sentence of the office's own."""


class ExportColumn(Model):
    """One column of an export: a field, or a constant `text`."""

    head: Name
    field: Slug | None = None
    """A field of the registration, or `place`, `result`, `score`, `track_name` and the like."""
    text: Text | None = None
    """The same text in every line."""
    words: Mapping[Name, Text] = Field(default_factory=dict)
    """What is written for a value, such as `{female: P, male: L}`."""

    @model_validator(mode="after")
    def _one_content(self) -> "ExportColumn":
        if (self.field is None) == (self.text is None):
            raise PydanticCustomError("IKM129", "one of two keys", {"keys": "`field`, `text`"})
        return self


class ExportSpec(Model):
    """A list in the shape that a ministry or a system asks for."""

    columns: Annotated[tuple[ExportColumn, ...], Field(min_length=1)]
    people: Literal["selected", "reserves", "all"] = "selected"
    """Whose lines: the selected, the reserves, or everybody of the stage."""
    form: Literal["xlsx", "csv"] = "xlsx"


class Documents(Model):
    """What documents print beyond the result."""

    paper: Literal["F4", "A4"] = "F4"
    place: Text = ""
    """Town in which documents are signed."""
    letterhead: tuple[Text, ...] = ()
    minutes: DocumentSpec = Field(default_factory=DocumentSpec)
    decree: DocumentSpec = Field(default_factory=DocumentSpec)
    announcement: DocumentSpec = Field(default_factory=DocumentSpec)
    answer: DocumentSpec = Field(default_factory=DocumentSpec)
    attendance: AttendanceSpec = Field(default_factory=AttendanceSpec)
    payments: PaymentSpec = Field(default_factory=PaymentSpec)
    certificates: CertificateSpec = Field(default_factory=CertificateSpec)
    messages: MessagesSpec = Field(default_factory=MessagesSpec)
    exports: Mapping[Slug, ExportSpec] = Field(default_factory=dict)
    """Lists for others by name; `ikmctl report export NAME` writes one."""
    minutes: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
    decree: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
    announcement: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
