"""Problems 2xx and 3xx: spreadsheets, fields, participants, duplicates, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {}
