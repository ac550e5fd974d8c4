"""The earlier texts of a record of any kind: with their times, side by side, and when and why it was taken out."""

from datetime import date

import pytest

from checklists.entry import entry_of
from checklists.pages.blocks import Compare, Facts, Heading, Page
from checklists.pages.record_history import record_history_page
from checklists.use_cases.log_visit import edit_visit, log_visit, withdraw_visit
from checklists.use_cases.records import edit_record, withdraw_record
from store.case import Case
from store.case_store import CaseStore
from store.records import KINDS, CaseRecord, Record, Seen
from tests.checklists.every_kind import TEXT, another_text, full_case, of_service, the_one

TODAY = date(2026, 11, 23)


def heads(page: Page) -> list[str]:
    """Each heading with what stands beside it."""
    return [" ".join([b.text, *(w for _, w in b.beside)]) for b in page.blocks if isinstance(b, Heading)]


def compared(page: Page) -> list[str]:
    """The fields of which two texts stand side by side."""
    blocks = [block for block in page.blocks if isinstance(block, Compare)]
    return [label for block in blocks for label, before, after in block.fields if before != after]


def page_of(store: CaseStore, case: Case, record: Record) -> Page:
    """The earlier texts of the record, as the store has them now."""
    now = store.case(case.id)
    return record_history_page(now, now.find(record.id) or record, store.versions(case.id), TODAY)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_shows_what_was_changed_and_why_it_was_taken_out(kind: type[Record], store: CaseStore) -> None:
    """Edited: both texts with their times, the field side by side. Withdrawn: when and why, and its case lists it."""
    case = full_case(store, "F-102", of_service(kind))
    record = the_one(case, kind)
    name, after = another_text(record)
    edit_record(store, case.id, record.id, Record, {name: after})
    page = page_of(store, case, record)
    top, *rest = heads(page)
    assert top.endswith("as it stands")
    assert rest[0].endswith("earlier text")
    assert all(head.startswith("23 Nov 2026 ") for head in (top, rest[0]))
    assert compared(page) == [entry_of(kind, name, of_service(kind)).label]
    if kind is CaseRecord:
        return
    withdraw_record(store, case.id, record.id, "wrong family")
    for page in (page_of(store, case, record), page_of(store, case, case.info)):
        (gone,) = [head for head in heads(page) if "withdrawn 23 Nov 2026 " in head]
        assert (page.place != "Earlier texts of case") or gone.lower().startswith(record.name.lower())
        assert [b.pairs for b in page.blocks if isinstance(b, Facts) and b.pairs[0][0] == "Why"] == [
            (("Why", "wrong family"),)
        ]
        assert entry_of(kind, name, of_service(kind)).label in compared(page)


def test_a_visits_earlier_texts_go_on_with_each_childs(store: CaseStore, case: Case) -> None:
    """What was seen is part of the visit; a child whose text never changed is not said again."""
    first, second = case.children
    words = {first.id: {"seen": "alone", "child_words": TEXT}, second.id: {"seen": "observed"}}
    visit = log_visit(store, case.id, {"happened_on": TODAY}, words)
    edit_visit(store, case.id, visit.id, {}, {first.id: {"seen": "alone", "child_words": "all night"}})
    page = page_of(store, case, visit)
    assert [head.split(",")[0] for head in heads(page)][1:] == ["K.M.", "K.M."]
    (sides,) = [block.fields for block in page.blocks if isinstance(block, Compare)]
    assert sides == (("Their words", TEXT, "all night"),)
    withdraw_visit(store, case.id, visit.id, "wrong family")
    assert [head.split(",")[0] for head in heads(page_of(store, case, visit))][1:] == ["K.M.", "K.M.", "L.M."]


def test_what_stands_again_is_not_among_what_was_taken_out(store: CaseStore) -> None:
    """A case lists only what cannot be found on it any more."""
    case = full_case(store, "F-102", "children")
    kept = case.of(Seen)[0]
    withdraw_record(store, case.id, kept.id, "typed twice")
    assert any("withdrawn" in head for head in heads(page_of(store, case, case.info)))
    with store.change(case.id) as change:
        change.put(kept)
    assert not any("withdrawn" in head for head in heads(page_of(store, case, case.info)))
