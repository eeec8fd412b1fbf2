"""What every command knows: language, output, cohort; and how a result ends as output and an exit code."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.cli.writing import Touched, begin, commit, shown, undisturbed, with_warning
from ikmctl.domain.diagnostic import Diagnostic, Severity, has_errors
from ikmctl.render.style import Style, When, style_of

if TYPE_CHECKING:
    from ikmctl.render.tables import Table
    from ikmctl.store.layout import CohortPaths
    from ikmctl.workflow.result import Result

MANY: Final = 10
"""Problems of one kind in one file that are shown beside an answer; `-v` shows all."""

Piece: TypeAlias = "str | Table"
View: TypeAlias = "Callable[[Any, Session], Iterable[Piece]]"


class Outcome(Struct, frozen=True):
    """The answer of a use case, and the cohort folder in which its changes are written."""

    result: "Result[Any]"
    root: Path | None = None
    held: ExitStack = field(default_factory=ExitStack)
    """The lock of a writing command, from before it reads until it has written."""


class Session(Struct, frozen=True):
    """The shared flags of one command line."""

    lang: str
    cohort: str | None = None
    format: str = "text"
    color: When = "auto"
    plain: bool = False
    quiet: bool = False
    verbose: bool = False
    folder: str | None = None
    """What `-C` named; the command already works there."""

    def carried(self, words: str) -> str:
        """The words, whose commands name the program and folder as the user did."""
        from ikmctl.cli.carry import carry

        return carry(words, self.cohort, self.folder) if self.cohort or self.folder else words

    def named(self, program: str, words: str, programs: Collection[object]) -> str:
        """The words, whose commands name the program where `--all` shows several."""
        return replace(self, cohort=program).carried(words) if len(programs) > 1 else words

    def say(self, key: str, **params: str | int) -> str:
        """One sentence in the chosen language."""
        from ikmctl.render.messages.lookup import text

        return text(self.lang, key, **params)

    def facts(self, key: str, **params: str | int) -> str:
        """A sentence of several counts; with `--plain` each stands on a line of its own."""
        words = self.say(key, **params)
        if not self.plain:
            return words
        head, mark, tail = words.partition(": ")
        return head + mark.strip() + "\n" + tail.replace(", ", "\n") if mark else words.replace(", ", "\n")

    @property
    def out(self) -> Style:
        """How the answer is written."""
        return style_of(sys.stdout, self.color, os.environ, plain=self.plain)

    @property
    def talk(self) -> Style:
        """How talk is written."""
        return style_of(sys.stderr, self.color, os.environ, plain=self.plain)

    def whisper(self, words: str) -> None:
        """Say something on stderr that is no answer."""
        if not self.quiet and words:
            sys.stderr.write(self.carried(words) + "\n")

    def today(self, on: date | None) -> date:
        """The day of the act: `--on`, else today. The one place where the clock is read."""
        return on or date.today()  # noqa: DTZ011  # the office's own calendar day is meant

    def acted(self, on: date | None) -> date:
        """The day of an act that goes into the record for good: nothing is recorded before it happened."""
        today = self.today(None)
        if on is not None and on > today:
            from ikmctl.cli.refusal import refuse

            raise refuse("IKM541", on=on.isoformat())
        return on or today

    def on_cohort(self, work: "Callable[[CohortPaths], Result[Any]]", *, writes: bool = False) -> Outcome:
        """Find the cohort and work on it; without one the answer is the reason (exit 2).

        A command that writes keeps others out from before it reads, so that neither loses the other's work.
        """
        from ikmctl.store.layout import find_cohort
        from ikmctl.workflow.result import Result

        found = find_cohort(Path.cwd(), self.cohort, os.environ.get("IKMCTL_COHORT"))
        if isinstance(found, tuple):
            return Outcome(Result(diagnostics=found, unusable=True))
        if self.verbose:
            self.whisper(self.say("cohort.used", path=shown(found.root)))
        held = ExitStack()
        if not writes:
            return Outcome(with_warning(undisturbed(work, found), found.root, ()), found.root, held)
        begun = begin(held, found.root)
        if has_errors(begun):
            held.close()
            return Outcome(Result(diagnostics=begun, unusable=True))
        try:
            return Outcome(with_warning(work(found), found.root, begun), found.root, held)
        except BaseException:
            held.close()
            raise

    def on_every(self, work: "Callable[[CohortPaths], Result[Any]]") -> Outcome:
        """Work on every cohort below; the data is a tuple, the worst exit code counts."""
        from ikmctl.store.layout import all_cohorts
        from ikmctl.workflow.result import Result

        programs = all_cohorts(Path.cwd())
        results = [undisturbed(work, paths) for paths in programs]
        if not results:
            return Outcome(Result(diagnostics=(Diagnostic("IKM988"),), unusable=True))
        together: Result[Any] = Result(
            tuple(item.data for item in results if item.data is not None),
            tuple(problem for item in results for problem in item.diagnostics),
            notes=tuple(note for item in results for note in item.notes),
            next_step=next(
                (
                    self.named(paths.root.name, one.next_step, programs)
                    for paths, one in zip(programs, results, strict=True)
                    if one.next_step
                ),
                "",
            ),
            failed=any(item.failed for item in results),
            unusable=any(item.unusable for item in results),
        )
        return Outcome(with_warning(together, programs[0].root, ()))

    def finish(
        self,
        command: str,
        outcome: Outcome,
        view: View,
        *,
        dry_run: bool = False,
        strict: bool = False,
        answer_is_problems: bool = False,
    ) -> int:
        """Write the changes, show the answer, say what was written and what comes next."""
        if self.cohort and outcome.root is None:  # a program that was not found helps no command
            return replace(self, cohort=None).finish(
                command, outcome, view, dry_run=dry_run, strict=strict, answer_is_problems=answer_is_problems
            )
        with outcome.held:
            result, touched = commit(outcome.result, outcome.root, dry_run=dry_run)
        if outcome.root and result.diagnostics:
            from ikmctl.store.layout import CohortPaths
            from ikmctl.workflow.stages import with_stage_flag

            result = replace(result, diagnostics=with_stage_flag(CohortPaths(outcome.root), result.diagnostics))
        if dry_run and touched.any:  # what would come next needs what was not written
            result = replace(result, next_step="")
        code = int(result.exit_code(strict=strict))
        if self.format == "json":
            self._as_json(command, result, touched, code)
        elif self.format == "github":
            self._as_annotations(result.diagnostics)
        else:
            self._as_text(result, view, answer_is_problems=answer_is_problems)
            self._closing(result, touched, dry_run=dry_run, code=code)
        return code

    def _as_json(self, command: str, result: "Result[Any]", touched: Touched, code: int) -> None:
        from ikmctl.cli.streams import use_utf8
        from ikmctl.render.jsonout import document

        use_utf8()
        body: dict[str, Any] = {"data": result.data}
        if result.changes is not None:
            body["written"] = touched.written
            if touched.removed:
                body["removed"] = touched.removed
        if result.notes:
            body["notes"] = result.notes
        if result.next_step:
            body["next"] = self.carried(result.next_step)
        words = document(command, result.diagnostics, self.lang, ok=code == 0, body=body)
        sys.stdout.write(words)

    def _as_annotations(self, diagnostics: Iterable[Diagnostic]) -> None:
        from ikmctl.cli.streams import use_utf8
        from ikmctl.render.jsonout import annotation

        use_utf8()
        for item in diagnostics:
            sys.stdout.write(annotation(item, self.lang) + "\n")

    def problems(self, diagnostics: Iterable[Diagnostic], *, answer: bool = False) -> None:
        """Print problems: on stdout where they are the answer, else on stderr."""
        from ikmctl.render.text import blocks

        kept = [item for item in diagnostics if not self.quiet or item.severity is Severity.ERROR]
        if kept:
            stream = sys.stdout if answer else sys.stderr
            most = None if answer or self.verbose else MANY
            words = blocks(kept, self.lang, self.out if answer else self.talk, most)
            stream.write(self.carried(words) + "\n")

    def _as_text(self, result: "Result[Any]", view: View, *, answer_is_problems: bool) -> None:
        if answer_is_problems:
            self.problems(result.diagnostics, answer=True)
        if result.data is not None:
            self.show(view(result.data, self))
        if not answer_is_problems:
            sys.stdout.flush()
            self.problems(result.diagnostics)

    def show(self, pieces: "Iterable[Piece]") -> None:
        """Print the answer: sentences and tables, in the format asked for."""
        if self.format in ("csv", "markdown"):
            from ikmctl.cli.streams import use_utf8

            use_utf8()
        for piece in pieces:
            if isinstance(piece, str):
                if self.format != "csv":
                    sys.stdout.write(self.carried(piece) + "\n")
                continue
            from ikmctl.render.tables import render

            kind = self.format if self.format in ("csv", "markdown") else "text"
            sys.stdout.write(render(piece, kind, self.out))  # type: ignore[arg-type]  # narrowed by the line above

    def _closing(self, result: "Result[Any]", touched: Touched, *, dry_run: bool, code: int) -> None:
        sys.stdout.flush()
        for note in result.notes:
            self.whisper(self.say(note.key, **note.params))
        if result.changes is not None:
            kinds = ("would_write", "would_remove") if dry_run else ("wrote", "removed")
            for kind, files in zip(kinds, (touched.written, touched.removed), strict=True):
                if files:
                    self.whisper("\n  ".join((self.say(f"closing.{kind}"), *files)))
            if not touched.any:
                self.whisper(self.say("closing.same"))
            elif dry_run and code in (0, 1):
                self.whisper(self.say("closing.for_real"))
        if result.next_step and code in (0, 1):
            self.whisper(self.say("closing.next", command=result.next_step))


def every(view: View) -> View:
    """The view of many cohorts: each in turn, where `--all` gave a tuple."""

    def shown(data: Any, session: Session) -> Iterator[Piece]:
        many = data if isinstance(data, tuple) else (data,)
        for one in many:
            for piece in view(one, session):
                yield session.named(one.program, piece, many) if isinstance(piece, str) else piece

    return shown
