"""Import on any rows: nothing lost, order powerless, a second time without effect."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ikmctl.workflow.importing.answers import settle
from ikmctl.workflow.importing.incoming import Incoming, Origin
from ikmctl.workflow.importing.mint import Newcomer, mint_labels, mint_numbers
from tests.unit.workflow.importing import HEADER, Office, counts, data

SLOW = settings(max_examples=30, deadline=None)
NIKS = ("3324015509879001", "3324010101909002", "3324014202959003", "", "12", "3324010101909004")
LINES = st.lists(
    st.tuples(
        st.sampled_from(("2025-09-01 08:00", "2025-09-02 08:00", "", "kemarin dulu")),
        st.sampled_from(("Siti Aminah", "Budi Santoso", "Dewi", "")),
        st.sampled_from(NIKS),
        st.sampled_from(("3324010101019001", "")),
        st.sampled_from(("P", "L", "", "?")),
        st.sampled_from(("1987-09-15", "31 Februari 1990", "")),
        st.sampled_from(("081200001234", "", "1")),
        st.sampled_from(("Ecoprint", "mebel", "Tata Boga", "")),
        st.sampled_from(("2 juta", "banyak", "")),
    ),
    min_size=1,
    max_size=7,
)


def text_of(rows: list[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADER.split(","), *rows])
    return out.getvalue()


def office(folder: str) -> Office:
    found = Office.open(Path(folder))
    found.paths.key.parent.mkdir()
    found.paths.key.write_bytes(b"k" * 32)
    return found


def written(one: Office) -> dict[str, bytes]:
    return {name: body for name, body in one.snapshot().items() if name.endswith(("participants.csv", "people.csv"))}


@SLOW
@given(LINES)
def test_every_row_is_somewhere(rows: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one = office(folder)
        result = one.take(one.csv(text_of(rows).rstrip("\n")))
        if result.data is None:
            return
        ((read, kept, merged, rejected, skipped),) = counts(result)
        filled = [row for row in rows if any(row)]
        assert read == kept + merged + rejected + skipped == len(filled)
        assert kept == len(one.table("participants.csv"))
        report = data(result).files[0]
        assert (len(report.merged_rows), len(report.rejected_rows), len(report.skipped_rows)) == (
            merged,
            rejected,
            skipped,
        )


@SLOW
@given(LINES, st.randoms(use_true_random=False))
def test_rows_have_no_power(rows: list[tuple[str, ...]], chance: object) -> None:
    results = []
    for order in (rows, chance.sample(rows, len(rows))):  # type: ignore[attr-defined]  # random.Random
        with tempfile.TemporaryDirectory() as folder:
            one = office(folder)
            one.take(one.csv(text_of(order).rstrip("\n")))
            results.append(written(one))
    assert results[0] == results[1]


@SLOW
@given(LINES)
def test_a_second_import_changes_nothing(rows: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one = office(folder)
        file = one.csv(text_of(rows).rstrip("\n"))
        first = one.take(file)
        before = one.snapshot()
        second = one.take(file)
        if first.data is not None and second.data is not None:
            assert data(second).new == ()
            assert data(second).changed == ()
        assert one.snapshot() == before


VALUES = st.dictionaries(
    st.sampled_from(("name", "phone", "workers", "registered_at")), st.sampled_from(("a", "A", "b", "c")), max_size=4
)
GROUPS = st.lists(st.tuples(st.sampled_from(("x", "y")), VALUES), max_size=6)


@given(GROUPS, st.randoms(use_true_random=False))
def test_answers_of_one_person_settle_alike_in_any_order(
    groups: list[tuple[str, dict[str, str]]], chance: object
) -> None:
    keyed = [(key, Incoming(Origin(0, "f", "s", at), values)) for at, (key, values) in enumerate(groups)]
    outcomes = []
    for order in (keyed, chance.sample(keyed, len(keyed))):  # type: ignore[attr-defined]  # random.Random
        settled = settle(order)
        kept = {key: dict(row.values) for key, row in settled.kept.items()}
        outcomes.append((kept, len(settled.merged), [row.origin for row in settled.rejected]))
        assert len(settled.kept) + len(settled.merged) + len(settled.rejected) == len(keyed)
    assert outcomes[0] == outcomes[1]


@given(
    st.lists(
        st.builds(Newcomer, st.text(max_size=5), st.sampled_from(("", "2025-09-01", "2025-09-02")), st.just("")),
        unique_by=lambda one: one.identity,
        max_size=12,
    ),
    st.sets(st.integers(1, 40).map(lambda n: f"P{n:03d}"), max_size=6),
)
def test_numbers_are_new_and_different(newcomers: list[Newcomer], taken: set[str]) -> None:
    minted = mint_numbers(newcomers, taken, b"k" * 32, "p")
    assert len(set(minted.values())) == len(newcomers)
    assert not set(minted.values()) & taken
    again = mint_numbers(list(reversed(newcomers)), taken, b"k" * 32, "p")
    assert again == minted


@given(st.dictionaries(st.sampled_from([f"P{n:03d}" for n in range(1, 9)]), st.sampled_from("abcd"), max_size=8))
def test_labels_are_shared_exactly_by_those_who_share_a_value(raw: dict[str, str]) -> None:
    labels = mint_labels("H", raw, {})
    for left, value in raw.items():
        for right, other in raw.items():
            assert (labels[left] == labels[right]) == (value == other)
