"""The text files of a cohort: YAML with line and column, CSV tables, all-or-nothing writing, where things lie."""
