"""Problems 4xx: marks and scores, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {}
