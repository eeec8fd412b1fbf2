"""Hostile, broken and odd spreadsheets, made by a generator."""
