"""Who is in only because of a floor: found by walking again without it."""

from ikmctl.engine.selection.frame import Frame, Walked, walk_frame
from ikmctl.engine.selection.limits import floor_rules, without


def floors_of(laid: Frame, walked: Walked) -> dict[str, str]:
    """Those who would be out without a floor, with the first floor that would lose them.

    Where only several floors together hold a person, it is the first one for which they count.
    """
    rules = floor_rules(laid.limits)
    if not rules or walked.steps.open:
        return {}
    free = _taken(laid, rules)
    odd = [number for number in walked.steps.taken if number not in free]
    found: dict[str, str] = {}
    for rule in rules:
        mine = {number: name for number in odd if number not in found and (name := _counts(laid, walked, number, rule))}
        if mine:
            kept = _taken(laid, (rule,)) if len(rules) > 1 else free
            found |= {number: name for number, name in mine.items() if number not in kept}
    for number in odd:
        names = [name for rule in rules if (name := _counts(laid, walked, number, rule))]
        if names:
            found.setdefault(number, names[0])
    return found


def _taken(laid: Frame, rules: tuple[str, ...]) -> frozenset[str]:
    """Who is selected without the floors of these rules."""
    other = walk_frame(laid, without(laid.limits, rules))
    settled = other is not None and not other.steps.open
    return frozenset(other.steps.taken if other and settled else laid.cells.of)


def _counts(laid: Frame, walked: Walked, number: str, rule: str) -> str:
    """The name of the floor of `rule` for which a selected person counts; empty where for none."""
    limits = (laid.limits[index] for index in laid.cells.columns[walked.steps.taken[number]].limits)
    return next((limit.name for limit in limits if limit.rule == rule and limit.low > 0), "")
