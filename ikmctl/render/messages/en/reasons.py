"""Sentences for verdicts and outcomes, in English."""

TEXTS: dict[str, str] = {}
