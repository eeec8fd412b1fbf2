"""Spreadsheets in: guard, readers, header finder, columns, field parsers."""
