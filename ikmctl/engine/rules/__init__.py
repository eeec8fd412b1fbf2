"""Eligibility rules. A new rule is one module, with its own texts, and one line here."""

from typing import Final

from ikmctl.domain.rule import RuleUse
from ikmctl.engine.registry import Registry

RULES: Final[Registry[type[RuleUse]]] = Registry(
    __name__,
    {
        "age": "AgeRule",
        "attendance": "AttendanceRule",
        "business_age": "BusinessAgeRule",
        "consent": "ConsentRule",
        "documents": "DocumentsRule",
        "domicile": "DomicileRule",
        "group": "GroupRule",
        "kbli": "KbliRule",
        "no_previous_aid": "NoPreviousAidRule",
        "nominated": "NominatedRule",
        "not_one_of": "NotOneOfRule",
        "one_of": "OneOfRule",
        "papers": "PapersRule",
        "price": "PriceRule",
        "range": "RangeRule",
        "size_class": "SizeClassRule",
        "tests_taken": "TestsTakenRule",
        "volume": "VolumeRule",
    },
    lambda rule: rule,
)
"""Rules by the word after `rule:`."""
