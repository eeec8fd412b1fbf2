"""Frozen types and value objects. No clock, no random, no files, no terminal."""
