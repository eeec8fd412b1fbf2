"""The example of CONTRIBUTING.md is code that runs, and its commands exist."""

import ast
import re
import textwrap
from datetime import date

import pytest
from tools.pages import ROOT

from ikmctl.domain.participant import Participant
from ikmctl.domain.rule import Case, RuleUse

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def example() -> type[RuleUse]:
    """The rule that the page shows, made from the page."""
    code = textwrap.dedent(re.search(r"( *)```python\n(.*?)```", TEXT, re.DOTALL).group(2))  # type: ignore[union-attr]  # a page without it fails here
    assert ast.get_docstring(ast.parse(code))
    names: dict[str, object] = {}
    exec(compile(code, "CONTRIBUTING.md", "exec"), names)  # noqa: S102  the page is part of the repository
    found = names["DistanceRule"]
    assert isinstance(found, type)
    assert issubclass(found, RuleUse)
    return found


@pytest.mark.parametrize(
    ("km", "outcome", "key"),
    [("20", "met", "near"), ("20.1", "failed", "far"), ("", "pending", "unknown")],
)
def test_example_rule_judges(km: str, outcome: str, key: str) -> None:
    rule = example().model_validate({"rule": "distance", "max": "20"})
    facts = {"distance_km": km} if km else {}
    verdict = rule.judge(Case(Participant("P01", facts=facts), (), date(2025, 9, 29)))
    assert (verdict.outcome, verdict.reason.key) == (outcome, f"distance.{key}")


def test_example_rule_says_every_reason_in_both_languages() -> None:
    texts = example().texts
    assert {f"distance.{key}" for key in ("near", "far", "unknown")} == set(texts)
    assert all(set(each) == {"id", "en"} for each in texts.values())


@pytest.mark.parametrize("path", re.findall(r"`((?:ikmctl|tests|docs)/[\w/.-]+\.(?:py|md))`", TEXT))
def test_named_files_exist(path: str) -> None:
    assert (ROOT / path).exists() or "distance" in path
