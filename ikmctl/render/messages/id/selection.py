"""Problems 5xx: selection, locks, verify, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {}
