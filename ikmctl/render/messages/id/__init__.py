"""Indonesian words."""
