import io
import json
import shutil
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from ikmctl.domain.diagnostic import has_errors
from ikmctl.store.atomic import commit
from ikmctl.workflow.backup import BackupData, BackupOptions, RestoreOptions, backup, is_due, restore
from ikmctl.workflow.result import Result
from tests.unit.workflow.importing import BUDI, DAY, DEWI, HEADER, SITI, Office, codes, counts

pyrage = pytest.importorskip("pyrage", reason="the extra [backup] is not installed")

WORDS = "kuda laut biru tua"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scrypt takes seconds on purpose; one test uses the real thing."""
    mark = b"sealed:"

    def encrypt(body: bytes, words: str) -> bytes:
        return mark + words.encode() + b"\n" + body

    def decrypt(body: bytes, words: str) -> bytes:
        head, _, rest = body.partition(b"\n")
        if head != mark + words.encode():
            raise pyrage.DecryptError
        return rest

    monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office.open(tmp_path / "office")
    office.take(office.csv(HEADER, SITI, BUDI))
    return office


def write(office: Office, result: Result[BackupData]) -> None:
    assert result.changes is not None, result.diagnostics
    assert not has_errors(commit(result.changes, office.root))


def saved(office: Office, tmp_path: Path) -> Path:
    path = tmp_path / "kendal.age"
    write(office, backup(office.paths, BackupOptions(path, DAY, WORDS)))
    return path


def wiped(office: Office) -> None:
    shutil.rmtree(office.paths.private)
    shutil.rmtree(office.paths.office)


def test_the_drill_lose_the_computer_restore_and_go_on(office: Office, tmp_path: Path) -> None:
    path = saved(office, tmp_path)
    before = {name: (office.paths.private / name).read_bytes() for name in ("people.csv",)}
    key = office.paths.key.read_bytes()
    wiped(office)
    assert codes(office.take(office.csv(HEADER, SITI, BUDI, DEWI))) == ["IKM316"]
    write(office, restore(office.paths, RestoreOptions(path, WORDS)))
    assert (office.paths.private / "people.csv").read_bytes() == before["people.csv"]
    assert office.paths.key.read_bytes() == key
    assert office.paths.people.stat().st_mode & 0o777 == 0o600
    assert not is_due(office.paths)
    result = office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    assert counts(result) == [(3, 3, 0, 0, 0)]
    assert office.column("private/people.csv", "name")["P003"] == "Dewi Lestari"


def test_the_real_encryption_opens_with_its_words_alone(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    path = saved(office, tmp_path)
    body = path.read_bytes()
    assert body.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert b"3324" not in body
    wiped(office)
    assert codes(restore(office.paths, RestoreOptions(path, WORDS + "x"))) == ["IKM333"]
    write(office, restore(office.paths, RestoreOptions(path, WORDS)))
    assert len(office.table("private/people.csv")) == 2


def test_it_says_what_it_holds_but_no_private_value(office: Office, tmp_path: Path) -> None:
    result = backup(office.paths, BackupOptions(tmp_path / "x.age", DAY, WORDS))
    assert result.data is not None
    assert (result.data.program, result.data.people, result.data.on) == ("kendal-wub-2025", 2, "2025-09-26")
    assert result.data.files == ("program/people.csv", "office/key")
    assert WORDS not in repr(BackupOptions(tmp_path, DAY, WORDS)) + repr(RestoreOptions(tmp_path, WORDS))


def test_rejects_are_in_it_and_older_backups_are_not(office: Office, tmp_path: Path) -> None:
    (office.paths.private / "old.age").write_bytes(b"x")
    (office.paths.private / "rejects-a.xlsx").write_bytes(b"y")
    result = backup(office.paths, BackupOptions(tmp_path / "x.age", DAY, WORDS))
    assert result.data is not None
    assert result.data.files == ("program/people.csv", "program/rejects-a.xlsx", "office/key")


def test_status_may_ask_whether_it_is_due(office: Office, tmp_path: Path) -> None:
    assert is_due(office.paths)
    saved(office, tmp_path)
    assert not is_due(office.paths)
    office.take(office.csv(HEADER, DEWI))
    assert is_due(office.paths)
    office.paths.people.unlink()
    assert not is_due(office.paths)


def test_a_short_passphrase_is_refused(office: Office, tmp_path: Path) -> None:
    result = backup(office.paths, BackupOptions(tmp_path / "x.age", DAY, "rahasia"))
    assert codes(result) == ["IKM331"]
    assert result.exit_code() == 2


def test_without_a_register_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    office = Office.open(tmp_path)
    assert codes(backup(office.paths, BackupOptions(tmp_path / "x.age", DAY, WORDS))) == ["IKM332"]


def test_without_the_package_it_says_how_to_get_it(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    assert codes(backup(office.paths, BackupOptions(tmp_path / "x.age", DAY, WORDS))) == ["IKM330"]
    assert codes(restore(office.paths, RestoreOptions(tmp_path / "x.age", WORDS))) == ["IKM330"]


def test_a_missing_file_is_said(office: Office, tmp_path: Path) -> None:
    assert codes(restore(office.paths, RestoreOptions(tmp_path / "none.age", WORDS))) == ["IKM900"]


def sealed(contents: Mapping[str, bytes], **manifest: object) -> bytes:
    """A backup that somebody else put together, with honest digests."""
    import hashlib

    whole = {
        "format": "ikmctl/backup/1", "program": "kendal-wub-2025", "on": "2025-09-26", "people": 0,
        "files": {name: hashlib.sha256(body).hexdigest() for name, body in contents.items()},
    }  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("manifest.json", json.dumps(whole | manifest))
        for name, body in contents.items():
            archive.writestr(name, body)
    out: bytes = pyrage.passphrase.encrypt(buffer.getvalue(), WORDS)
    return out


@pytest.mark.parametrize(
    "name",
    [
        "program/../../people.csv", "/etc/people.csv", "program\\people.csv", "other/people.csv", "office/people.csv",
        "program", "c:/program/people.csv", "program//people.csv",
    ],
)  # fmt: skip
def test_a_name_that_leaves_the_folder_is_refused(office: Office, tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.age"
    path.write_bytes(sealed({name: b"x"}))
    before = office.snapshot()
    assert codes(restore(office.paths, RestoreOptions(path, WORDS, force=True))) == ["IKM334"]
    assert office.snapshot() == before


@pytest.mark.parametrize(
    "manifest",
    [
        {"format": "ikmctl/backup/9"}, {"files": {}}, {"files": {"program/a": "00"}},
        {"program": None}, {"on": 3}, {"people": "two"},
    ],
)  # fmt: skip
def test_a_backup_that_does_not_hold_what_it_says_is_refused(
    office: Office, tmp_path: Path, manifest: dict[str, object]
) -> None:
    path = tmp_path / "x.age"
    path.write_bytes(sealed({"program/a": b"x"}, **manifest))
    assert codes(restore(office.paths, RestoreOptions(path, WORDS))) == ["IKM334"]


@pytest.mark.parametrize("key", ["format", "program", "on", "people", "files"])
def test_a_backup_that_does_not_say_what_it_holds_is_refused(office: Office, tmp_path: Path, key: str) -> None:
    whole = zipfile.ZipFile(io.BytesIO(sealed({}).partition(b"\n")[2]))
    manifest = json.loads(whole.read("manifest.json"))
    del manifest[key]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
    path = tmp_path / "x.age"
    path.write_bytes(pyrage.passphrase.encrypt(buffer.getvalue(), WORDS))
    assert codes(restore(office.paths, RestoreOptions(path, WORDS))) == ["IKM334"]


def test_a_backup_whose_packing_is_broken_is_refused(office: Office, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps({"format": "x" * 400}))
    body = bytearray(buffer.getvalue())
    start = 30 + len("manifest.json")
    body[start : start + 4] = b"\xff\xff\xff\xff"  # no stream of the packing begins so
    path = tmp_path / "x.age"
    path.write_bytes(pyrage.passphrase.encrypt(bytes(body), WORDS))
    assert codes(restore(office.paths, RestoreOptions(path, WORDS))) == ["IKM334"]


def test_something_else_behind_the_words_is_refused(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "x.age"
    path.write_bytes(pyrage.passphrase.encrypt(b"not a zip", WORDS))
    assert codes(restore(office.paths, RestoreOptions(path, WORDS))) == ["IKM334"]


def test_a_backup_of_another_program_is_refused(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "x.age"
    path.write_bytes(sealed({"program/people.csv": b"x"}, program="kendari-sentra-2022"))
    result = restore(office.paths, RestoreOptions(path, WORDS))
    assert codes(result) == ["IKM335"]
    assert result.diagnostics[0].params["found"] == "kendari-sentra-2022"


def test_what_is_here_is_replaced_only_on_request(office: Office, tmp_path: Path) -> None:
    path = saved(office, tmp_path)
    office.take(office.csv(HEADER, DEWI))
    refused = restore(office.paths, RestoreOptions(path, WORDS))
    assert (codes(refused), refused.changes) == (["IKM338"], None)
    allowed = restore(office.paths, RestoreOptions(path, WORDS, force=True))
    assert codes(allowed) == ["IKM339"]
    assert allowed.diagnostics[0].params == {"count": 1, "people": "P003"}
    write(office, allowed)
    assert len(office.table("private/people.csv")) == 2


def test_another_key_is_never_replaced(office: Office, tmp_path: Path) -> None:
    path = saved(office, tmp_path)
    office.paths.key.write_bytes(b"k" * 32)
    result = restore(office.paths, RestoreOptions(path, WORDS, force=True))
    assert codes(result) == ["IKM336"]
    assert result.changes is None
