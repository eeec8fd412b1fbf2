"""Sentences for verdicts and outcomes, in Indonesian."""

TEXTS: dict[str, str] = {}
