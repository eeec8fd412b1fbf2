from typing import Any

import pytest

from ikmctl.engine.registry import Registry
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from ikmctl.engine.scoring import METHODS


@pytest.mark.parametrize("registry", [RULES, SCALES, METHODS])
def test_each_entry_bears_the_word_under_which_it_is_registered(registry: Registry[Any]) -> None:
    assert [entry.name for entry in registry.values()] == list(registry)
    assert len(registry) == len(set(registry))


def test_a_word_that_nobody_registered_is_not_there() -> None:
    assert "teluh" not in RULES
    assert RULES.get("teluh") is None
    with pytest.raises(KeyError):
        RULES["teluh"]
