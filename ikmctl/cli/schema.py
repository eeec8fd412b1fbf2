"""`ikmctl schema`."""

import sys
from pathlib import Path

from ikmctl.cli.options import DryRun, Out
from ikmctl.cli.session import Outcome, Session


def command(session: Session, output: Out = None, dry_run: DryRun = False) -> int:
    """JSON Schema of program.yaml for editors."""
    from ikmctl.render.jsonout import dump_json
    from ikmctl.store.changes import Changes
    from ikmctl.workflow.result import Result
    from ikmctl.workflow.schema import program_schema

    body = dump_json(program_schema(session.lang))
    if output is None:
        from ikmctl.cli.streams import use_utf8

        use_utf8()
        sys.stdout.write(body)
        return 0
    target = Path.cwd() / output
    changes = Changes(files={}, named={target: body.encode()})
    return session.finish("schema", Outcome(Result(changes=changes), target.parent), lambda *_: (), dry_run=dry_run)
