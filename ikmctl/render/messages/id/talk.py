"""Everything else that commands say, in Indonesian."""

TEXTS: dict[str, str] = {}
