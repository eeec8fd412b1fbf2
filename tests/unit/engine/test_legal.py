"""Legal sizes at their limits (Permenperin 64/2016, PP 7/2021 article 35)."""

import pytest

from ikmctl.engine.legal import BASIS, industry_size, umkm_size

MILLION = 1_000_000
BILLION = 1_000 * MILLION


@pytest.mark.parametrize(
    ("workers", "investment", "size"),
    [
        (19, BILLION - 1, "small"),
        (0, 0, "small"),
        (19, BILLION, "medium"),
        (1, 99 * BILLION, "medium"),
        (20, 0, "medium"),
        (20, 15 * BILLION, "medium"),
        (20, 15 * BILLION + 1, "large"),
        (None, 0, None),
        (5, None, None),
    ],
)
def test_size_of_an_industry(workers: int | None, investment: int | None, size: str | None) -> None:
    assert industry_size(workers, investment) == size


@pytest.mark.parametrize(
    ("capital", "sales", "size"),
    [
        (BILLION, None, "micro"),
        (BILLION + 1, None, "small"),
        (5 * BILLION, None, "small"),
        (5 * BILLION + 1, None, "medium"),
        (10 * BILLION, None, "medium"),
        (10 * BILLION + 1, None, "large"),
        (None, 2 * BILLION, "micro"),
        (None, 2 * BILLION + 1, "small"),
        (None, 15 * BILLION, "small"),
        (None, 50 * BILLION, "medium"),
        (None, 50 * BILLION + 1, "large"),
        (99 * BILLION, 300 * MILLION, "micro"),
        (None, None, None),
    ],
)
def test_size_of_an_enterprise_goes_by_sales_where_they_are_known(
    capital: int | None, sales: int | None, size: str | None
) -> None:
    assert umkm_size(capital, sales) == size


def test_each_classification_names_its_rule() -> None:
    assert BASIS == {"industry": "Permenperin 64/M-IND/PER/7/2016", "umkm": "PP 7/2021 Pasal 35"}
