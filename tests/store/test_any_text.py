"""Any text survives: what a keyboard, a paste or a workbook can hold, as `clean` gives it, letter for letter."""

import sys
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from store.case_store import CaseStore, Draft, DraftKey
from store.records import KINDS, CaseRecord, Hypothesis, Record, changed
from store.text import MARK, clean, name_like, one_line
from tests.store.records import one_of_each

NASTY = (
    "\0\x1b\x07\x9b\ud800\udfff\u202e\u2066\u2069\u200b\u2028\u2029\x85\r\n\t\ufeff\ufffe\u0301\u0344é🏽🧒\U0010ffff"
)
texts = st.text(st.one_of(st.sampled_from(NASTY), st.characters(exclude_categories=())), max_size=60)
"""Every character there is, halves of pairs too; those that do harm often."""

each_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None)


@given(texts)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    """So that nothing changes by being read and saved again, and nothing in it can act on a terminal."""
    for made in (clean, one_line, name_like):
        once = made(text)
        assert made(once) == once
        assert not set(once) & set("\0\x1b\x07\x9b\x85\r\t\ud800\udfff\u202e\u2066\u2028\u2029")
        once.encode()
    assert "\n" not in one_line(text)


def test_no_character_that_can_act_on_a_terminal_is_let_through() -> None:
    """Each of all there are, by what Unicode says of it: controls, halves of pairs, what turns the direction of writing."""
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        turns = unicodedata.bidirectional(character) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        if character in "\r\x85\u2028\u2029":
            assert clean(character) == "\n"
        elif character == "\t":
            assert clean(character) == "    "
        elif character != "\n" and (turns or unicodedata.category(character) in {"Cc", "Cs"}):
            assert clean(character) == MARK
        else:
            assert clean(character) == unicodedata.normalize("NFC", character)


def test_each_harmful_character_leaves_a_mark() -> None:
    """Nobody is left to wonder whether something stood there; line ends and tabs are kept as what they mean."""
    assert clean("a\0b\x1b[2Jc\ud800d\u202ee") == f"a{MARK}b{MARK}[2Jc{MARK}d{MARK}e"
    assert clean("one\r\ntwo\u2028three\tfour") == "one\ntwo\nthree    four"


def with_text_everywhere(record: Record, text: str) -> Record:
    """The record with the text in every field that takes it."""
    for field in type(record).model_fields:
        if field in Record.model_fields:
            continue
        try:
            record = changed(record, **{field: text})
        except ValidationError:
            continue
    return record


@each_store
@given(text=texts)
def test_any_text_in_any_field_comes_back(open_store: Callable[[], CaseStore], text: str) -> None:
    """Of a record of every kind, from the window that saved it and from another."""
    here, there = open_store(), open_store()
    case = here.add_case(CaseRecord(ref=f"F-{len(here.caseload())}", closed_reason=text))
    records = [with_text_everywhere(record, text + "x") for record in one_of_each(text)]
    with here.change(case.id) as change:
        kept = [change.put(record) for record in records]
        stands = change.case
    for store in (here, there):
        read = store.case(case.id)
        assert [read.find(record.id) for record in records] == kept
        assert (read.info, read.tables) == (stands.info, stands.tables)
        assert read.info.closed_reason == clean(text)
    assert {record.kind for record in records} == {kind.kind for kind in KINDS} - {"case"}


@each_store
@given(text=texts, reason=texts)
def test_any_text_is_kept_when_it_is_replaced_or_withdrawn(store: CaseStore, text: str, reason: str) -> None:
    """With the reason that was typed."""
    case = store.add_case(CaseRecord(ref=f"F-{len(store.caseload())}"))
    with store.change(case.id) as change:
        kept = change.put(Hypothesis(text="w", speaks_for=text))
    with store.change(case.id) as change:
        change.put(changed(kept, speaks_for=""))
        change.withdraw(kept.id, reason)
    versions: list[Any] = store.versions(case.id, kept.id)
    assert [v.record.speaks_for for v in versions] == [clean(text), ""]
    assert versions[-1].reason == clean(reason)


@each_store
@given(typed=st.dictionaries(st.sampled_from(["ref", "visit.account", "child.0.words"]), texts))
def test_any_text_survives_as_a_draft(open_store: Callable[[], CaseStore], typed: dict[str, str]) -> None:
    """Half-typed and impossible values too."""
    here, there = open_store(), open_store()
    key = DraftKey("case", "visit")
    here.save_draft(Draft(key, typed, datetime(2026, 11, 23, 14, 2, tzinfo=UTC)))
    draft = there.draft(key)
    assert draft is not None
    assert draft.texts == {field: clean(text) for field, text in typed.items()}
