"""`{rule: tests_taken, marks: [pre_test, post_test]}`: the person sat every test."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from ikmctl.domain.rule import Case, Reason, RuleUse
from ikmctl.domain.scalars import Slug


class TestsTakenRule(RuleUse):
    """A mark stands for each named test, whatever its value."""

    __test__ = False

    name: ClassVar[str] = "tests_taken"
    called: ClassVar[Mapping[str, str]] = {"id": "keikutsertaan tes", "en": "taking of tests"}
    summary: ClassVar[Mapping[str, str]] = {"id": "semua tes sudah diikuti", "en": "all tests were taken"}
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "tests_taken.met": {"id": "mengikuti {tests}", "en": "took {tests}"},
        "tests_taken.unknown": {"id": "belum ada nilai {tests}", "en": "no mark of {tests}"},
    }

    tests: Annotated[tuple[Slug, ...], Field(min_length=1, alias="marks")]
    """The marks that must be there.
    id: Nilai yang harus ada."""

    def marks(self) -> tuple[str, ...]:
        """The named tests."""
        return self.tests

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """A test without a mark is not known: it may have been missed, or not come in yet."""
        there = {mark.mark for mark in case.marks}
        lacking = [name for name in self.tests if name not in there]
        if lacking:
            return None, self.say("unknown", tests=", ".join(lacking))
        return True, self.say("met", tests=", ".join(self.tests))
