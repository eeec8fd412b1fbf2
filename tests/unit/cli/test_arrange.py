"""Where the command stands in a command line."""

import pytest

from ikmctl.cli.arrange import arrange, value_of

CASES = [
    ([], (None, [], True)),
    (["validate"], ("validate", [], False)),
    (["-c", "kendal", "validate", "--strict"], ("validate", ["-c", "kendal", "--strict"], False)),
    (["-qc", "validate", "verify"], ("verify", ["-qc", "validate"], False)),
    (["-nqC", "validate", "verify"], ("verify", ["-nqC", "validate"], False)),
    (["--lang=en", "-q", "curate"], ("curate", ["--lang=en", "-q"], False)),
    (["--help"], (None, [], True)),
    (["curate", "-h"], ("curate", [], True)),
    (["help"], (None, [], True)),
    (["help", "curate"], ("curate", [], True)),
    (["help", "kurasi"], (None, ["kurasi"], False)),
    (["kurasi", "--help"], (None, ["kurasi", "--help"], False)),
    (["import", "--", "--help"], ("import", ["--", "--help"], False)),
    (["-q"], (None, [], True)),
    (["--lang", "en"], (None, [], True)),
    (["--zzz", "-q"], (None, ["--zzz"], False)),
]


@pytest.mark.parametrize(("argv", "expected"), CASES)
def test_the_command_is_found_wherever_shared_flags_stand(
    argv: list[str], expected: tuple[str | None, list[str], bool]
) -> None:
    command, rest, wants_help = arrange(argv)
    assert (command, rest if not wants_help else [], wants_help) == expected


def test_a_value_is_found_in_every_spelling() -> None:
    names = ("-C", "--directory")
    for argv in (
        ["-C", "x"],
        ["-Cx"],
        ["--directory", "x"],
        ["--directory=x"],
        ["-C", "a", "-C", "x"],
        ["-qC", "x"],
        ["-vnCx"],
    ):
        assert value_of(argv, names) == "x", argv
    assert value_of(["-c", "x"], names) is None
    assert value_of(["--", "-C", "x"], names) is None
    assert value_of(["-C"], names) is None
    assert value_of(["--Cx"], names) is None
    assert value_of(["-xC", "y"], names) is None


def test_words_for_the_record_are_no_flags() -> None:
    assert value_of(["--reason", "-Cxyz"], ("-C", "--directory")) is None
    assert value_of(["--by", "--", "-C", "x"], ("-C", "--directory")) == "x"
    assert value_of(["--by", "--reason", "--reason", "surat"], ("--reason",)) == "surat"
