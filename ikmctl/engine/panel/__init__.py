"""Judges: who marks whom, how their marks become one value, how well they agree."""
