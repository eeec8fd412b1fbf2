"""Eligibility rules. A new rule is one module, with its own texts, and one line here."""

from typing import Final

from ikmctl.domain.rule import RuleUse
from ikmctl.engine.rules.age import AgeRule
from ikmctl.engine.rules.attendance import AttendanceRule
from ikmctl.engine.rules.business_age import BusinessAgeRule
from ikmctl.engine.rules.consent import ConsentRule
from ikmctl.engine.rules.documents import DocumentsRule
from ikmctl.engine.rules.domicile import DomicileRule
from ikmctl.engine.rules.group import GroupRule
from ikmctl.engine.rules.kbli import KbliRule
from ikmctl.engine.rules.no_previous_aid import NoPreviousAidRule
from ikmctl.engine.rules.nominated import NominatedRule
from ikmctl.engine.rules.not_one_of import NotOneOfRule
from ikmctl.engine.rules.one_of import OneOfRule
from ikmctl.engine.rules.papers import PapersRule
from ikmctl.engine.rules.price import PriceRule
from ikmctl.engine.rules.range import RangeRule
from ikmctl.engine.rules.size_class import SizeClassRule
from ikmctl.engine.rules.tests_taken import TestsTakenRule
from ikmctl.engine.rules.volume import VolumeRule

RULES: Final[dict[str, type[RuleUse]]] = {
    rule.name: rule
    for rule in (
        AgeRule,
        AttendanceRule,
        BusinessAgeRule,
        ConsentRule,
        DocumentsRule,
        DomicileRule,
        GroupRule,
        KbliRule,
        NoPreviousAidRule,
        NominatedRule,
        NotOneOfRule,
        OneOfRule,
        PapersRule,
        PriceRule,
        RangeRule,
        SizeClassRule,
        TestsTakenRule,
        VolumeRule,
    )
}
"""Rules by the word after `rule:`."""
