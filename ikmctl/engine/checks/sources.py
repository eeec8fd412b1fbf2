"""Sources and names: everything that a stage reads is declared, once, where it belongs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.participant import OWN
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.source import Source
from ikmctl.engine.checks.base import Inputs, Path, in_program, listed, nearest, sources, stages
from ikmctl.engine.needs import is_private

GROUP_ATTRIBUTES = ("id", "name", "dak", "priority", "units")


def named_once(inputs: Inputs) -> Iterator[Finding]:
    """Ids that name two things of one kind."""
    program = inputs.program
    kinds: list[tuple[str, Path, list[str]]] = [
        ("track", ("tracks",), [one.id for one in program.tracks]),
        ("group", ("groups",), [one.id for one in program.groups]),
        ("field", ("fields",), [one.id for one in program.fields]),
        ("stage", ("stages",), [one.id for one in program.stages]),
        ("judge", ("panel", "judges"), [one.id for one in program.panel.judges]),
    ]
    kinds += [("criterion", (*path, "criteria"), [one.id for one in stage.criteria]) for path, stage in stages(program)]
    for kind, path, ids in kinds:
        for index in _second(ids):
            yield in_program("IKM148", *path, index, "id", kind=kind, id=ids[index])
    for mark, spec in program.marks.items():
        for index in _second(spec.items):
            yield in_program("IKM148", "marks", mark, "items", index, kind="item", id=spec.items[index])


def _second(names: Sequence[str]) -> Iterator[int]:
    """Where a name stands for the second time, which is the fault."""
    seen: Counter[str] = Counter()
    for index, name in enumerate(names):
        seen[name] += 1
        if seen[name] == 2:  # noqa: PLR2004  # the second of the name
            yield index


def marks_and_stages(inputs: Inputs) -> Iterator[Finding]:
    """Marks that are declared, and belong to the stage that reads them."""
    program = inputs.program
    known_stages = [one.id for one in program.stages]
    for name, spec in program.marks.items():
        if spec.stage not in known_stages:
            yield in_program("IKM138", "marks", name, "stage", stage=spec.stage, known=listed(known_stages))
        for key in ("weights", "names"):
            for item in getattr(spec, key):
                if item not in spec.items:
                    known = listed(spec.items)
                    yield in_program("IKM135", "marks", name, key, item, mark=name, item=item, known=known)
        if spec.per == "session" and not spec.codes:
            yield in_program("IKM168", "marks", name, mark=name)
    for path, stage, source in sources(program):
        for leaf in source.leaves():
            yield from _mark(path, stage, leaf, program)
            yield from _earlier_stage(path, stage, leaf, program)
    for path, stage in stages(program):
        for index, rule in enumerate(stage.eligibility):
            for name in rule.marks():
                yield from _mark((*path, "eligibility", index), stage, Source("mark", (name,)), program)
        if stage.from_stage is not None:
            place = (*path, "from")
            yield from _earlier_stage(place, stage, Source("stage", (stage.from_stage,)), program)


def _mark(path: Path, stage: Stage, leaf: Source, program: Program) -> Iterator[Finding]:
    if leaf.kind not in ("mark", "item"):
        return
    name, spec = leaf.names[0], program.marks.get(leaf.names[0])
    if spec is None:
        near = nearest(name, program.marks)
        yield in_program("IKM134", *path, mark=name, known=listed(program.marks), near=near)
    elif spec.stage != stage.id:
        yield in_program("IKM133", *path, mark=name, stage=spec.stage, used=stage.id)
    elif leaf.kind == "item" and leaf.names[1] not in spec.items:
        yield in_program("IKM135", *path, mark=name, item=leaf.names[1], known=listed(spec.items))


def _earlier_stage(path: Path, stage: Stage, leaf: Source, program: Program) -> Iterator[Finding]:
    if leaf.kind != "stage":
        return
    earlier = [one.id for one in program.stages]
    earlier = earlier[: earlier.index(stage.id)]
    if leaf.names[0] not in earlier:
        yield in_program("IKM138", *path, stage=leaf.names[0], known=listed(earlier))


def fields(inputs: Inputs) -> Iterator[Finding]:
    """Fields that are known and may stand in a tracked file."""
    program = inputs.program
    for path, stage in stages(program):
        for index, rule in enumerate(stage.eligibility):
            yield from _fields((*path, "eligibility", index), rule.fields(), program)
        for index, balance in enumerate(stage.selection.balance):
            yield from _fields((*path, "selection", "balance", index, "field"), (balance.field,), program)
        for name in stage.selection.max_per:
            yield from _fields((*path, "selection", "max_per", name), (name,), program)
        if isinstance(stage.lines_per_member, Source):
            yield from _fields((*path, "lines_per_member"), stage.lines_per_member.field_ids(), program)
    for path, _, source in sources(program):
        yield from _fields(path, source.field_ids(), program)


def _fields(path: Path, names: Iterable[str], program: Program) -> Iterator[Finding]:
    declared = [one.id for one in program.fields]
    for name in names:
        if is_private(name):
            yield in_program("IKM137", *path, field=name)
        elif name not in OWN and name not in CATALOGUE and name not in declared:
            public = [one for one in CATALOGUE if not is_private(one)]
            yield in_program("IKM136", *path, field=name, near=nearest(name, [*declared, *public]))


def worked_out(inputs: Inputs) -> Iterator[Finding]:
    """Gains with one known maximum, group attributes, shares of sessions."""
    program = inputs.program
    for path, _, source in sources(program):
        if source.kind == "gain":
            yield from _gain(path, source, program)
        if source.kind == "share" and not any(
            program.marks[name].per == "session" for name in source.mark_ids() if name in program.marks
        ):
            yield in_program("IKM169", *path, source=str(source.parts[0]))
        for leaf in source.leaves():
            if leaf.kind == "group" and leaf.names[0] not in GROUP_ATTRIBUTES:
                known = listed(GROUP_ATTRIBUTES)
                yield in_program("IKM166", *path, attribute=leaf.names[0], known=known)


def _gain(path: Path, source: Source, program: Program) -> Iterator[Finding]:
    specs = {one.id: one.max for one in program.fields} | {name: one.max for name, one in program.marks.items()}
    most = [specs.get(leaf.names[0]) for leaf in source.parts]
    if most[1] is None:
        yield in_program("IKM152", *path, source=str(source.parts[1]))
    elif most[0] is not None and most[0] != most[1]:
        yield in_program("IKM153", *path, first=str(most[0]), second=str(most[1]))
