"""Problems 1xx: program.yaml and the other authored files, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {}
