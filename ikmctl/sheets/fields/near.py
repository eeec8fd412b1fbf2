"""The nearest known word, for hints; never used to accept a value."""

from typing import Final

_LEAST: Final = 75.0
_MARGIN: Final = 3.0
_SHORTEST: Final = 3


def nearest(word: str, known: tuple[str, ...], least: float = _LEAST) -> str | None:
    """The one word of `known` that `word` is clearly most like, or None."""
    if len(word) < _SHORTEST or not known:
        return None
    from rapidfuzz import fuzz, process

    hits = process.extract(word, known, scorer=fuzz.ratio, limit=2, score_cutoff=least)
    if not hits or (len(hits) > 1 and hits[0][1] - hits[1][1] < _MARGIN):
        return None
    return hits[0][0]
