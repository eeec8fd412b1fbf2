"""Sizes of a business as the law defines them, each with the rule it follows.

Two different classifications: the industry law counts workers and investment, the rules for micro, small
and medium enterprises count capital or yearly sales. Amounts are whole rupiah, without land and building.
"""

from typing import Final, Literal, TypeAlias

IndustrySize: TypeAlias = Literal["small", "medium", "large"]
UmkmSize: TypeAlias = Literal["micro", "small", "medium", "large"]

BASIS: Final[dict[str, str]] = {
    "industry": "Permenperin 64/M-IND/PER/7/2016",
    "umkm": "PP 7/2021 Pasal 35",
}
"""The rule behind each classification."""

_BILLION: Final = 1_000_000_000
SMALL_WORKERS: Final = 19
"""Most workers of a small industry."""
SMALL_INVESTMENT: Final = 1 * _BILLION
"""A small industry invests less than this."""
MEDIUM_INVESTMENT: Final = 15 * _BILLION
"""A medium industry with 20 workers or more invests at most this."""

_CAPITAL: Final[tuple[tuple[int, UmkmSize], ...]] = (
    (1 * _BILLION, "micro"),
    (5 * _BILLION, "small"),
    (10 * _BILLION, "medium"),
)
_SALES: Final[tuple[tuple[int, UmkmSize], ...]] = (
    (2 * _BILLION, "micro"),
    (15 * _BILLION, "small"),
    (50 * _BILLION, "medium"),
)


def industry_size(workers: int | None, investment: int | None) -> IndustrySize | None:
    """Size of an industry by workers and investment, or None while either is needed and not known.

    Small: at most 19 workers and less than Rp1 billion. Medium: at most 19 workers and Rp1 billion or
    more, or at least 20 workers and at most Rp15 billion. Large: at least 20 workers and more than that.
    """
    if workers is None or investment is None:
        return None
    if workers <= SMALL_WORKERS:
        return "small" if investment < SMALL_INVESTMENT else "medium"
    return "medium" if investment <= MEDIUM_INVESTMENT else "large"


def umkm_size(capital: int | None, sales: int | None) -> UmkmSize | None:
    """Size of an enterprise by yearly sales where they are known, else by capital; limits are included.

    Article 35 takes capital for a business that is being founded and sales for one that runs.
    """
    value, steps = (sales, _SALES) if sales is not None else (capital, _CAPITAL)
    if value is None:
        return None
    return next((size for limit, size in steps if value <= limit), "large")
