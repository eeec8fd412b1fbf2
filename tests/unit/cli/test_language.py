"""Which language to speak."""

import pytest

from ikmctl.cli.language import choose

CASES = [
    ([], {}, "id"),
    ([], {"LANG": "C.UTF-8"}, "id"),
    ([], {"LANG": "de_DE.UTF-8"}, "id"),
    ([], {"LANG": "en_GB.UTF-8"}, "en"),
    ([], {"LC_ALL": "id_ID.UTF-8", "LANG": "en_US.UTF-8"}, "id"),
    ([], {"LC_MESSAGES": "en_US", "LANG": "id_ID"}, "en"),
    ([], {"IKMCTL_LANG": "en", "LANG": "id_ID.UTF-8"}, "en"),
    ([], {"IKMCTL_LANG": "xx", "LANG": "en_US.UTF-8"}, "en"),
    ([], {"LANG": "Indonesian_Indonesia.1252"}, "id"),
    ([], {"LANG": "English_United States.1252"}, "en"),
    (["validate", "--lang", "en"], {"IKMCTL_LANG": "id"}, "en"),
    (["--lang=en", "validate"], {}, "en"),
    (["validate", "--lang", "xx"], {"IKMCTL_LANG": "en"}, "en"),
    (["validate", "--lang"], {}, "id"),
    (["import", "--", "--lang=en"], {}, "id"),
]


@pytest.mark.parametrize(("argv", "environ", "expected"), CASES)
def test_flag_then_variable_then_locale_then_indonesian(
    argv: list[str], environ: dict[str, str], expected: str
) -> None:
    assert choose(argv, environ) == expected
