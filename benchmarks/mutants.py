"""Small errors in a module, one at a time: what `mutation.py` tries.

Not made, since nothing can depend on them or another test reads them: docstrings, the sentences of rules in both
languages, annotations and names for types that only annotations use, `__all__`, `__test__` (pytest alone reads it),
`frozen=`, `slots=`, `gc=`, `strict=`, sizes of caches and their like, blocks under `TYPE_CHECKING`, and assertions.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from typing import Final, TypeAlias

Code: TypeAlias = tuple[int, str]
"""First line and qualified name of a function."""
Names: TypeAlias = dict[str, str]

COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COMPUTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
CALLED: Final[Names] = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
ASKED: Final[Names] = {
    "startswith": "endswith",
    "endswith": "startswith",
    "lower": "upper",
    "removeprefix": "removesuffix",
}
SHAPE: Final = frozenset(
    ("frozen", "slots", "eq", "kw_only", "repr", "strict", "defer_build", "hide_input_in_errors", "maxsize", "gc")
)
PROSE: Final = frozenset(("id", "en"))
ASKED_TYPES: Final = frozenset(("Missing", "Direction", "ImportKind", "OutcomeSource"))
"""Names for types whose words the program reads: pydantic for a key of program.yaml, or `get_args`."""
FUNCTIONS: Final = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True)
class Mutant:
    """One error: where, in which function (None: in a module or class, which runs once), and its code."""

    path: Path
    line: int
    lines: range
    owner: Code | None
    change: str
    code: Callable[[], CodeType]

    @property
    def place(self) -> str:
        """What names it in a table."""
        return f"{self.path}:{self.line} {self.owner[1] if self.owner else '-'}: {self.change}"


def _instead(node: ast.AST) -> Iterator[tuple[str, int | None, object]]:
    """Other values of one field of a node: the field, the place in it if it is a list, and the value."""
    match node:
        case ast.Compare(ops=ops):
            yield from (("ops", at, COMPARED[type(op)]()) for at, op in enumerate(ops))
        case ast.BoolOp(op=op):
            yield "op", None, ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.BinOp(op=op) if type(op) in COMPUTED:
            yield "op", None, COMPUTED[type(op)]()
        case ast.AugAssign(op=op) if type(op) in COMPUTED:
            yield "op", None, COMPUTED[type(op)]()
        case ast.Constant(value=bool() as value):
            yield "value", None, not value
        case ast.Constant(value=int() as value):
            yield "value", None, value + 1
        case ast.Constant(value=str() as value):
            yield "value", None, value + "~" if value else "~"
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.Compare):
            yield "test", None, _negated(test)
        case ast.comprehension(ifs=ifs):
            yield from (("ifs", at, _negated(test)) for at, test in enumerate(ifs) if not isinstance(test, ast.Compare))
        case ast.For(iter=walked):
            yield "iter", None, ast.copy_location(ast.Tuple([], ast.Load()), walked)
        case ast.Return(value=value) if value and not isinstance(value, ast.Constant):
            yield "value", None, ast.copy_location(ast.Constant(None), value)
        case ast.Call(func=ast.Name(id=name)) if name in CALLED:
            yield "func", None, ast.copy_location(ast.Name(CALLED[name], ast.Load()), node)
        case ast.Call(func=ast.Attribute(value=value, attr=name) as func) if name in ASKED:
            yield "func", None, ast.copy_location(ast.Attribute(value, ASKED[name], ast.Load()), func)
        case ast.Slice(lower=lower, upper=upper):
            yield from ((end, None, None) for end, given in (("lower", lower), ("upper", upper)) if given)
        case ast.ExceptHandler(type=kind) if kind:
            yield "type", None, ast.copy_location(ast.Tuple([], ast.Load()), kind)


def _negated(test: ast.expr) -> ast.expr:
    return test.operand if isinstance(test, ast.UnaryOp) else ast.copy_location(ast.UnaryOp(ast.Not(), test), test)


def _other(node: ast.AST) -> ast.AST | None:
    """What may stand in the place of a whole node."""
    match node:
        case ast.Expr(value=ast.Call()) | ast.Raise():
            return ast.copy_location(ast.Pass(), node)
        case ast.Continue():
            return ast.copy_location(ast.Break(), node)
        case ast.Break():
            return ast.copy_location(ast.Continue(), node)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            return operand
    return None


def _matters(node: ast.AST) -> bool:
    """Whether anything can depend on a node."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert() | ast.If(test=ast.Name("TYPE_CHECKING")):
            return False
        case ast.AnnAssign(target=ast.Name(name), annotation=ast.Name("TypeAlias")):
            return name in ASKED_TYPES
        case ast.Assign(targets=[ast.Name("__all__" | "__test__")]) | ast.AnnAssign(target=ast.Name("name")):
            return False  # the name of a rule is also its key in the registry
        case ast.Raise(exc=ast.Call(func=ast.Name("AssertionError"))) | ast.Call(func=ast.Name("TypeVar" | "cast")):
            return False
        case ast.keyword(arg=name):
            return name not in SHAPE
    return True


def _children(node: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    """The parts of a node on which something depends: field, place in it if it is a list, part."""
    for name, held in ast.iter_fields(node):
        if name in ("annotation", "returns", "ctx"):
            continue
        for at, one in enumerate(held) if isinstance(held, list) else ((None, held),):
            if not isinstance(one, ast.AST) or not _matters(one):
                continue
            if at == 1 and name == "args" and ast.unparse(getattr(node, "func", node)) == "PydanticCustomError":
                continue  # a sentence that nobody prints: the word before it names the fault
            if isinstance(node, ast.Dict) and name == "values":
                key = node.keys[at or 0]
                if isinstance(key, ast.Constant) and key.value in PROSE:
                    continue
            yield name, at, one


def mutants(path: Path) -> list[Mutant]:
    """Every small error of a module, in the order of the text."""
    maker = _Maker(path, ast.parse(path.read_bytes()))
    maker.walk(maker.tree, None, range(1), "")
    return maker.found


@dataclass
class _Maker:
    path: Path
    tree: ast.Module
    found: list[Mutant] = field(default_factory=list)

    def walk(self, node: ast.AST, owner: Code | None, lines: range, scope: str) -> None:
        """Make the errors of a node and of all below it."""
        for name, at, new in _instead(node):
            self.add(node, (name, at, new), owner, lines)
        for name, at, one in _children(node):
            here = _lines(one, lines)
            inner, inside = owner, scope
            if owner is None and isinstance(node, FUNCTIONS) and name == "body":
                first = min([node.lineno, *(item.lineno for item in getattr(node, "decorator_list", ()))])
                inner = (first, scope)
            if owner is None and isinstance(one, ast.ClassDef | FUNCTIONS):
                inside = f"{scope}.{getattr(one, 'name', '<lambda>')}".lstrip(".")
            if (other := _other(one)) is not None:
                self.add(node, (name, at, other), inner, here)
            self.walk(one, inner, here, inside)

    def add(self, node: ast.AST, swap: tuple[str, int | None, object], owner: Code | None, lines: range) -> None:
        """Note one error: another value in one place of a node."""
        name, at, new = swap
        old = getattr(node, name) if at is None else getattr(node, name)[at]
        line = next((one.lineno for one in (old, node) if hasattr(one, "lineno")), lines.start)
        change = f"`{_said(old)}` -> `{_said(new)}`"
        self.found.append(Mutant(self.path, line, lines, owner, change, lambda: self.compiled(node, swap)))

    def compiled(self, node: ast.AST, swap: tuple[str, int | None, object]) -> CodeType:
        """The code of the module with one error."""
        name, at, new = swap
        before = getattr(node, name)
        after = new if at is None else [*before[:at], new, *before[at + 1 :]]
        setattr(node, name, after)
        try:
            return compile(ast.fix_missing_locations(self.tree), str(self.path), "exec", dont_inherit=True)
        finally:
            setattr(node, name, before)


def _lines(node: ast.AST, around: range) -> range:
    """The lines of the statement around a node; of a compound one, those of its head."""
    if not isinstance(node, ast.stmt | ast.match_case):
        return around
    first = node.lineno if isinstance(node, ast.stmt) else node.pattern.lineno
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if body else getattr(node, "end_lineno", first)
    return range(first, max(first, last) + 1)


def _said(one: object) -> str:
    if isinstance(one, ast.cmpop | ast.operator | ast.boolop):
        return type(one).__name__
    text = ast.unparse(ast.fix_missing_locations(one)) if isinstance(one, ast.AST) else repr(one)
    return " ".join(text.split())[:80]
