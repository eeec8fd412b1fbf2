"""documents.csv: official documents, each tied to the result that it shows."""

from datetime import date

from msgspec import Struct


class DocumentRecord(Struct, frozen=True):
    """One line: kind and number of a document, its day, and the digests of result and file."""

    kind: str
    stage: str
    number: str
    on: date
    result: str
    file: str
