"""Which track, stage or key somebody means, and what is proposed where there is none."""

import pytest

from ikmctl.workflow.explain import is_key_alone, nearest_key
from ikmctl.workflow.names import _near
from ikmctl.workflow.stages import choose_track
from tests.unit.sheets.program import program

PROGRAM = program(tracks=[{"id": "furniture", "name": "Furnitur", "quota": 1, "aliases": ["mebel"]}])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tracks.quoat", "tracks.quota"),
        ("quota", "tracks.quota"),
        ("stages.critera.weight", "stages.criteria.weight"),
        ("xyzzy", ""),
    ],
)
def test_the_nearest_key(typed: str, meant: str) -> None:
    assert nearest_key(typed) == meant


def test_a_key_alone_is_the_last_part_of_a_path() -> None:
    assert is_key_alone("quota")
    assert not is_key_alone("Budi")


def test_a_number_without_its_zeros() -> None:
    assert _near("P17", ["P017", "P170", "P217"]) == "`P017`"
    assert _near("a-5", ["A-005", "A-050"]) == "`A-005`"
    assert _near("P0171", ["P017", "X9"]) == "`P017`"
    assert _near("zzz", ["P017"]) == ""


def test_a_track_by_any_of_its_words() -> None:
    track = PROGRAM.all_tracks[0]
    for word in (track.id, track.name.upper(), *track.aliases):
        assert choose_track(PROGRAM, word) == (track.id, ())
    assert choose_track(PROGRAM, None) == (None, ())


def test_an_unknown_track_leads_to_the_nearest() -> None:
    track = PROGRAM.all_tracks[0]
    found, problems = choose_track(PROGRAM, track.name + "x")
    assert found is None
    assert [(one.code, one.params["near"]) for one in problems] == [("IKM569", track.id)]
