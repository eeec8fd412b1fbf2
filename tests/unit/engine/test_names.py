"""Names for comparing: one form for the spellings of one name."""

import pytest

from ikmctl.engine.names import firm_words, person_key, person_words, respell, skeleton


@pytest.mark.parametrize(
    "name",
    [
        "Muhammad Soleh", "Moh. Soleh", "Muh Soleh", "M. Sholeh", "Mochamad Soleh", "H. Muhammad Soleh",
        "Drs. H. Moh. Soleh, M.M.",
        "MUHAMMAD SOLEH, S.Pd.I", "Muhamad Soleh S.Kom.", "Mohd. Soleh SE", "Muhammad Soleh, S. Pd., M. Pd.",
        "Bpk. Moch. Soleh",
    ],
)  # fmt: skip
def test_one_man_in_twelve_spellings(name: str) -> None:
    assert person_words(name) == ("muhamad", "soleh")


@pytest.mark.parametrize(
    "name", ["Siti Aminah", "St. Aminah", "Hj. Siti Aminah, S.E.", "Sitti Aminah", "Ny. Siti  Aminah", "Síti Aminah"]
)
def test_one_woman_in_six_spellings(name: str) -> None:
    assert person_words(name) == ("siti", "aminah")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Soekarno", ("sukarno",)),
        ("Sukarno", ("sukarno",)),
        ("Abd. Rahman", ("abdul", "rahman")),
        ("A. Rahman", ("a", "rahman")),
        ("Aminah, Siti", ("aminah", "siti")),
        ("Siti Aminah binti Karto", ("siti", "aminah", "karto")),
        ("Ali M.", ("ali", "m")),
        *((f"Ma{mark}ruf", ("maruf",)) for mark in "'`’"),
        ("H", ("h",)),
        ("Bin", ("bin",)),
        ("Budi/Agus", ("budi", "agus")),
        ("H. Soleh", ("soleh",)),
        ("Soleh SE", ("soleh",)),
        ("Ma", ("ma",)),
        ("Siti, Aminah S.E.", ("siti", "aminah")),
        ("", ()),
        ("...", ()),
    ],
)
def test_words(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


@pytest.mark.parametrize(
    ("old", "new"),
    [("djoko", "joko"), ("tjipto", "cipto"), ("chotimah", "khotimah"), ("dewy", "dewi"), ("ty", "ti"),
     ("yusuf", "yusuff"),
     ("syarifah", "sarifah"),
     ("fitri", "vitri"), ("zainal", "sainal"), ("widhi", "widi"), ("rachmat", "rahmat"),
     ("dzulkifli", "zulkifli"), ("dzaki", "saki")],
)  # fmt: skip
def test_old_and_new_spelling_meet(old: str, new: str) -> None:
    assert respell(old) == respell(new)


def test_an_initial_keeps_its_letter() -> None:
    assert [respell(letter) for letter in "yisj"] == ["y", "i", "s", "j"]


@pytest.mark.parametrize("pair", [("siti", "sita"), ("budi", "buda"), ("rina", "rini"), ("agus", "bagus")])
def test_different_names_stay_different(pair: tuple[str, str]) -> None:
    assert respell(pair[0]) != respell(pair[1])


def test_the_key_knows_no_order() -> None:
    assert person_key("Budi Santoso") == person_key("Santoso, Budi, S.E.") == "budi santoso"


def test_skeleton_keeps_the_first_letter_and_consonants() -> None:
    assert (skeleton("aminah"), skeleton("muhamad"), skeleton("yuli"), skeleton("a")) == ("amn", "mmd", "yl", "a")


@pytest.mark.parametrize(
    ("name", "words"),
    [("UD. Jaya Makmur", ("jaya", "makmur")), ("CV Jaya-Makmur", ("jaya", "makmur")), ("Toko", ("toko",)),
     ("PT. UD", ("pt", "ud")),
     ("Batik Tulis Sejahtera", ("batik", "tulis", "sejahtera")), ("", ())],
)  # fmt: skip
def test_firms(name: str, words: tuple[str, ...]) -> None:
    assert firm_words(name) == words
