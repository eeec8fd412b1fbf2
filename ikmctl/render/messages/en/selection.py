"""Problems 5xx: selection, locks, verify, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {}
