"""Problems 2xx and 3xx: spreadsheets, fields, participants, duplicates, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {}
