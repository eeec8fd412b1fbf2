"""ikmctl: train many, pick a few, and be able to prove the list."""

__version__ = "0.1.0"
