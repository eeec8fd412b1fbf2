"""Made-up people and the workbooks of the example programs, the same bytes at every run."""
