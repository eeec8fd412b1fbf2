"""Help texts of commands and flags, in English."""

TEXTS: dict[str, str] = {}
