"""What the marks and facts of one participant come to, before anybody is selected."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.rule import Reason, Verdict

Standing: TypeAlias = Literal["eligible", "ineligible", "pending"]

_WHOLE: Final[Mapping[str, str]] = {"missing.track": "track", "missing.order": "order", "threshold.total": "total"}


class Points(Struct, frozen=True, gc=False):
    """One criterion of one participant.

    `raw` is the exact value before the scale (None: missing), `points` whole units of 1/10,000 point
    (None: pending), `best` the points that could still be reached while it is missing. `failed` says
    that the threshold, or `missing: reject`, puts the participant out. `missing` names what has not arrived.
    """

    criterion: str
    raw: Fraction | str | None
    points: int | None
    best: int
    failed: Reason | None = None
    missing: Reason | None = None


class ScoreCard(Struct, frozen=True, gc=False):
    """All of one participant in one stage.

    `key` is the exact whole number that orders people; the score on 0-100 is `key / unit`.
    `best_key` is the key at the best possible values of everything that is pending (equal to `key`
    when nothing is). `order` holds the keys of `order:` in a program without scores, smaller first.
    """

    number: str
    track: str
    standing: Standing
    verdicts: tuple[Verdict, ...] = ()
    points: Mapping[str, Points] = field(default_factory=dict)
    key: int | None = None
    unit: int = 1
    best_key: int | None = None
    order: tuple[int, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """Why the standing is not `eligible`: failed rules, thresholds, missing things."""

    @property
    def causes(self) -> tuple[str, ...]:
        """Ids of what keeps somebody out or waiting, each once: rules, criteria, then `track`, `order`, `total`."""
        rules = [one.rule for one in self.verdicts if one.outcome != "met"]
        criteria = [name for name, one in self.points.items() if one.failed or (one.points is None and one.missing)]
        keys = {reason.key for reason in self.reasons}
        whole = [name for key, name in _WHOLE.items() if key in keys] if keys else []
        return tuple(dict.fromkeys([*rules, *criteria, *whole]))


class Evaluation(Struct, frozen=True):
    """All score cards of a stage, by number, with the criteria in the order of program.yaml."""

    stage: str
    cards: Mapping[str, ScoreCard]
    criteria: tuple[str, ...]
