"""Problems 9xx: files, machine, bugs, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {}
