"""How each answer reads: pure functions from the data of a result to sentences and tables."""
