"""Options and fixtures of all tests."""

from collections.abc import Iterator

import pytest
from tools.expected import Expected


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write expected files anew and print what changed")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Iterator[Expected]:
    """Compare texts with files, or write the files with `--update`."""
    checker = Expected(update=request.config.getoption("--update"))
    yield checker
    checker.finish()
