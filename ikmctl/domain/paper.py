"""What official documents print beyond the result: numbers, basis, signers, paper."""

from typing import Literal

from pydantic import Field

from ikmctl.domain.model import Model
from ikmctl.domain.scalars import Name, Text


class Signer(Model):
    """Who signs a document."""

    role: Name
    name: Text = ""
    rank: Text = ""
    nip: Text = ""


class DocumentSpec(Model):
    """Number, basis and signers of one official document."""

    number: Text = ""
    basis: tuple[Text, ...] = ()
    signers: tuple[Signer, ...] = ()


class Documents(Model):
    """What documents print beyond the result."""

    paper: Literal["F4", "A4"] = "F4"
    letterhead: tuple[Text, ...] = ()
    minutes: DocumentSpec = Field(default_factory=DocumentSpec)
    decree: DocumentSpec = Field(default_factory=DocumentSpec)
