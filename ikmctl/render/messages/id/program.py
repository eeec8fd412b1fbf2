"""Problems 1xx: program.yaml and the other authored files, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {}
