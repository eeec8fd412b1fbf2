"""Problems 9xx: files, machine, bugs, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {}
