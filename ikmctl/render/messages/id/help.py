"""Help texts of commands and flags, in Indonesian."""

TEXTS: dict[str, str] = {}
