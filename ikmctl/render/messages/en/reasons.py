"""Sentences for verdicts and outcomes, in English."""

TEXTS: dict[str, str] = {
    "missing.judges": "{source}: no judge may mark this participant",
    "missing.number": "{source} is not a number",
    "missing.order": "{source}, which orders the list, has not arrived",
    "missing.panel": "{source} is not complete: judges {judges} ({count} marks)",
    "missing.scale": "criterion {criterion} has no scale for {value}",
    "missing.sessions": "{source}: {sessions} sessions are not recorded yet",
    "missing.sessions_unknown": "{source}: the training dates are not stated",
    "missing.track": "the track is not known",
    "missing.uncovered": "the scale of criterion {criterion} does not cover {value}",
    "missing.value": "{source} has not arrived",
    "missing.zero": "{source} cannot be worked out because the divisor is 0",
    "threshold.above": "{criterion} {value}, above the threshold {threshold}",
    "threshold.below": "{criterion} {value}, below the threshold {threshold}",
    "threshold.total": "score {score}, below the threshold {threshold}",
}
