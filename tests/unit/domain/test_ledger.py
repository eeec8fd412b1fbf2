from datetime import date

from msgspec.structs import replace

from ikmctl.domain.event import Event
from ikmctl.domain.ledger import ImportRecord, with_reason, with_record

RECORD = ImportRecord("a" * 64, "participants", 244, 236, 4, 3, 1, date(2025, 9, 26), "Sekretariat")


def test_rows_add_up() -> None:
    assert RECORD.balanced()
    assert not replace(RECORD, rejected=4).balanced()


def test_the_same_file_with_the_same_outcome_is_recorded_once() -> None:
    later = replace(RECORD, on=date(2025, 9, 30), by="Ketua Tim")
    assert with_record((RECORD,), later) == (RECORD,)


def test_another_outcome_of_the_same_file_is_a_new_line() -> None:
    mended = replace(RECORD, kept=237, rejected=2)
    assert with_record((RECORD,), mended) == (RECORD, mended)


def test_any_of_the_earlier_records_may_be_the_same_work() -> None:
    mended = replace(RECORD, kept=237, rejected=2)
    for again in (RECORD, mended):
        assert with_record((RECORD, mended), replace(again, on=date(2025, 9, 30))) == (RECORD, mended)


def test_a_reason_is_never_lost_because_the_file_is_known() -> None:
    back = replace(RECORD, reason="salah ketik", on=date(2025, 10, 3))
    assert with_record((RECORD,), back) == (RECORD, back)
    assert with_record((RECORD, back), back) == (RECORD, back)


def test_what_was_searched_is_no_reason_for_a_change() -> None:
    assert not replace(RECORD, kind="check", reason="wub-2023").explained
    assert replace(RECORD, reason="susulan").explained


def test_reasons_count_from_the_first_lock_of_a_stage_on() -> None:
    told = replace(RECORD, reason="susulan")
    so_far = {"count": 0, "digest": "0" * 64}
    keys = {"decisions": so_far, "on": date(2025, 10, 1), "by": "Ketua", "reason": "r"}
    lock = Event.model_validate(
        {"event": "lock", "stage": "s", "what": "rules", "number": 1, "engine": 1, "rules": "0" * 64, **keys}
    )
    assert with_reason((RECORD, told), [lock], "s") == (told,)
    assert with_reason((RECORD, told), [lock], "t") == ()
    counted = [replace(told, digest=name * 64, changed=count) for name, count in (("b", 2), ("c", 0), ("d", 3))]
    (act,) = with_reason(counted, [lock], "s")
    assert (act.kept, act.changed) == (2 * 236, 5)  # the file that changed nothing needed no reason
    (vague,) = with_reason((*counted, told), [lock], "s")
    assert vague.changed is None
    other = replace(counted[0], reason="lain")
    assert [one.reason for one in with_reason((*counted, other), [lock], "s")] == ["susulan", "lain"]
    assert with_reason((told,), [], "s") == ()
    assert with_reason((told,), [Event.model_validate({"event": "announce", "stage": "s", **keys})], "s") == ()
