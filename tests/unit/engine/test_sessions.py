"""Training days and sessions."""

import pytest
from pydantic import ValidationError
from tools.making import SESSIONS, program

from ikmctl.engine.sessions import sessions, training_days


def test_every_day_has_a_session() -> None:
    assert sessions(program()) == SESSIONS


def test_off_days_fall_out_and_days_may_have_several_sessions() -> None:
    rules = program(dates={"start": "2022-07-19", "end": "2022-07-25", "off": ["2022-07-24"], "sessions_per_day": "2"})
    assert len(training_days(rules)) == 6
    assert sessions(rules)[:3] == ("2022-07-19/1", "2022-07-19/2", "2022-07-20/1")
    assert not any(one.startswith("2022-07-24") for one in sessions(rules))


@pytest.mark.parametrize(
    "dates",
    [
        None,
        {"start": "2025-10-02", "end": "2025-09-29"},
        {"start": "2025-09-29", "end": "2035-09-29"},
        {"start": "2024-01-01", "end": "2025-01-01"},
        {"start": "2025-09-29", "end": "2025-09-29", "off": ["2025-09-29"]},
    ],
)
def test_dates_that_make_no_sense_give_no_sessions(dates: dict[str, object] | None) -> None:
    assert sessions(program(dates=dates)) == ()


def test_a_program_of_one_day_has_that_day() -> None:
    assert sessions(program(dates={"start": "2025-09-29", "end": "2025-09-29"})) == ("2025-09-29/1",)


def test_a_whole_year_is_the_longest_span() -> None:
    assert len(training_days(program(dates={"start": "2024-01-01", "end": "2024-12-31"}))) == 366


def test_more_sessions_than_a_day_has_hours_are_refused() -> None:
    """A million a day would be worked out one by one before anybody is told of the slip."""
    days = {"start": "2025-09-29", "end": "2025-09-29"}
    assert len(sessions(program(dates={**days, "sessions_per_day": "24"}))) == 24
    with pytest.raises(ValidationError):
        program(dates={**days, "sessions_per_day": "25"})
