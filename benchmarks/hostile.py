"""CPU time and peak memory of each file of the hostile corpus, each read in a fresh process.

Usage: python benchmarks/hostile.py
"""

import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MEGA = 1024 * 1024


def one(path: str) -> int:
    """Child: read one file, print seconds, peak MiB (itself, its own child) and the codes."""
    from ikmctl.domain.program import Program
    from ikmctl.sheets.header import find_table
    from ikmctl.sheets.reader import read_workbook
    from ikmctl.sheets.vocabulary import vocabulary

    program = Program.model_validate({"id": "p", "title": "P", "as_of": "2025-01-01", "stages": [{"id": "s"}]})
    words = vocabulary(program)
    start = time.process_time()
    grids, problems = read_workbook(Path(path))
    for grid in grids:
        problems = [*problems, *find_table(grid, words)[1]]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() - start + used.ru_utime + used.ru_stime
    own = int(re.search(r"VmHWM:\s+([0-9]+)", Path("/proc/self/status").read_text())[1]) // 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{seconds:.3f}\t{own}\t{child}\t{','.join(problem.code for problem in problems)}")
    return 0


def main() -> int:
    """Write the corpus, read each file, print the table, slowest first."""
    sys.path.insert(0, str(ROOT / "tests"))
    from hostile.corpus import CASES

    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            path = Path(folder, case.name)
            path.write_bytes(case.make())
            done = subprocess.run([sys.executable, __file__, str(path)], capture_output=True, text=True, check=False)
            seconds, own, child, codes = (done.stdout.strip("\n") or "nan\t0\t0\tDIED").split("\t")
            lines.append((float(seconds), int(own), int(child), path.stat().st_size, case.name, codes))
            path.unlink()
    print(f"{'file':44} {'bytes':>10} {'s':>7} {'MiB':>5} {'child':>5}  codes")
    for seconds, own, child, size, name, codes in sorted(lines, reverse=True):
        print(f"{name:44} {size:>10} {seconds:>7.3f} {own:>5} {child:>5}  {codes}")
    slowest, largest = max(line[0] for line in lines), max(max(line[1:3]) for line in lines)
    print(f"\n{len(lines)} files; slowest {slowest:.2f} s, largest {largest} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(one(sys.argv[1]) if len(sys.argv) > 1 else main())
