"""Matching: demand lines, what may read them, and consent; and nobody in two roles."""

from collections import defaultdict
from collections.abc import Iterator

from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.source import Source
from ikmctl.engine.checks.base import Inputs, Path, in_program, listed, nearest, sources, stages, warning


def lines(inputs: Inputs) -> Iterator[Finding]:
    """What reads the demand line stands in a stage that matches, and names something that lines have."""
    for path, stage, source in sources(inputs.program):
        for leaf in source.leaves():
            yield from _line_source(path, stage, leaf)
    for path, stage in stages(inputs.program):
        for index, rule in enumerate(stage.eligibility):
            if rule.of_line and stage.kind != "match":
                yield in_program("IKM652", *path, "eligibility", index, found=rule.rule, stage=stage.id)


def _line_source(path: Path, stage: Stage, leaf: Source) -> Iterator[Finding]:
    if leaf.kind != "line":
        return
    from ikmctl.engine.matching.appraise import LINE_ATTRIBUTES

    if stage.kind != "match":
        yield in_program("IKM652", *path, found=str(leaf), stage=stage.id)
    elif leaf.names[0] not in LINE_ATTRIBUTES:
        near = nearest(leaf.names[0], LINE_ATTRIBUTES)
        yield in_program("IKM651", *path, attribute=leaf.names[0], known=listed(LINE_ATTRIBUTES), near=near)


def matching(inputs: Inputs) -> Iterator[Finding]:
    """A stage that matches has points that compare across lines, and asks for consent."""
    for path, stage in stages(inputs.program):
        if stage.kind != "match":
            continue
        if not stage.criteria or stage.method != "weighted_sum":
            yield in_program("IKM653", *path, "criteria" if not stage.criteria else "method", stage=stage.id)
        if not any(rule.rule == "consent" for rule in stage.eligibility):
            yield warning(in_program("IKM654", *path, "eligibility", stage=stage.id))


def line_ids(inputs: Inputs) -> Iterator[Finding]:
    """An id that names two demand lines, or two firms."""
    firms, known = set[str](), set[str]()
    for place, firm in enumerate(inputs.partners.firms):
        if firm.id in firms:
            yield Finding("IKM148", "partners.yaml", ("firms", place, "id"), {"kind": "firm", "id": firm.id})
        firms.add(firm.id)
        for index, line in enumerate(firm.lines):
            if line.id in known:
                yield Finding("IKM657", "partners.yaml", ("firms", place, "lines", index, "id"), {"line": line.id})
            known.add(line.id)


def two_roles(inputs: Inputs) -> Iterator[Finding]:
    """One person who assesses in two stages, or signs one paper twice."""
    program = inputs.program
    for index, judge in enumerate(program.panel.judges):
        found = _assessed(program, judge.items)
        if len(found) > 1:
            params = {"who": judge.id, "roles": listed(found)}
            yield warning(in_program("IKM658", "panel", "judges", index, "id", **params))
    for name in ("minutes", "decree"):
        roles: dict[str, list[str]] = defaultdict(list)
        for index, signer in enumerate(getattr(program.documents, name).signers):
            roles[signer.name.casefold()].append(signer.role)
            if signer.name and len(roles[signer.name.casefold()]) > 1:
                params = {"who": str(index + 1), "roles": listed(roles[signer.name.casefold()])}
                yield warning(in_program("IKM658", "documents", name, "signers", index, "name", **params))


def _assessed(program: Program, items: tuple[str, ...]) -> list[str]:
    """Stages in which a judge with these items gives marks."""
    mine = {item.split(".")[0] for item in items}
    found = {spec.stage for name, spec in program.marks.items() if spec.per == "judge" and (not mine or name in mine)}
    return [stage.id for stage in program.stages if stage.id in found]
