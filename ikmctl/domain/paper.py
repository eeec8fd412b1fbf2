"""What official documents print beyond the result: numbers, basis, signers, paper."""

from typing import Literal

from pydantic import Field

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Day, Name, Text


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


class Documents(Model):
    """What documents print beyond the result."""

    paper: Literal["F4", "A4"] = "F4"
    place: Text = ""
    """Town in which documents are signed."""
    letterhead: tuple[Text, ...] = ()
    minutes: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
    decree: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
    announcement: DocumentSpec = Field(default_factory=DocumentSpec.model_construct)
