"""Everything else that commands say, in English."""

TEXTS: dict[str, str] = {}
