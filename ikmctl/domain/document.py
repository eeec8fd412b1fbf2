"""documents.csv: official documents, each tied to the result that it shows."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One line: kind and number of a document, its day, and the digests of result and file."""

    kind: str
    stage: str
    number: str
    on: date
    result: str
    file: str
