"""One spelling for texts that look alike."""

import unicodedata


def composed(value: str) -> str:
    """A text in NFC: an accent that stands apart is put onto its letter."""
    return value if value.isascii() else unicodedata.normalize("NFC", value)
