"""Problems 4xx: marks and scores, in English."""

PROBLEMS: dict[str, tuple[str, str]] = {}
