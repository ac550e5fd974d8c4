"""A person, an "I wonder" or any other record that is a list of plain fields: add one, change one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from checklists.choices import asked_of_case, one_line_of
from checklists.clock import Clock
from checklists.dates import say_day
from checklists.entry import Entry, Path, blank_is_today, entries_of, entry_of, held, texts_of
from checklists.journeys.form import Form, Texts, asked_of, changes_of, fixed, placed_in, under, values_of
from checklists.journeys.supervision import known_of_the_hour, with_next_day
from checklists.learning.review_process import review_process
from checklists.learning.systems import looking_guide, systems
from checklists.library import Guide, library
from checklists.starting import new_values, with_today, with_today_since
from checklists.use_cases.records import add_record, edit_record, withdraw_record
from store.case import Case
from store.case_store import CaseStore
from store.records import (
    Contact,
    Hypothesis,
    Record,
    ReviewMeeting,
    ReviewNote,
    ReviewRequest,
    ReviewSupport,
    Supervision,
    SystemNote,
)

OF_A_REVIEW = (ReviewNote, ReviewRequest, ReviewMeeting, ReviewSupport)
UNASKED = ("id", "session_id", "about_id", "about_ids")
"""What a new record may be known to belong to, and nobody is asked."""


def record_form(
    store: CaseStore,
    clock: Clock,
    case: Case,
    kind: type[Record],
    record: Record | None = None,
    *,
    about: Mapping[str, object] | None = None,
) -> Form:
    """The form for a record of a kind, new or with other values. `about` fills in what is known already of a new one."""
    today, head = clock.today(), kind.kind
    entries = asked_of_case(case, kind, today, under=(head,), but=record.id if record else "")
    entries = entries if record else blank_is_today(entries)
    hour = kind is Supervision and record is None
    known = (
        {} if record else {**new_values(entries), **(known_of_the_hour(store, case) if hour else {}), **(about or {})}
    )
    unasked = {name: value for name, value in known.items() if name in UNASKED}
    values = {entry.path: held(record, entry.name) if record else known.get(entry.name) for entry in entries}
    start = texts_of(entries, values, today)
    expected = {record.id: record.revision} if record else {}

    def asked(texts: Texts, _path: Path) -> list[Entry]:
        return asked_of(entries, texts, start)

    def save(texts: Texts) -> str:
        typed = under(values_of(asked(texts, ()), texts, today), head)
        with placed_in(head):
            if record is None:
                add_record(store, case.id, kind, with_today(kind, {**unasked, **typed}, today))
                return "Saved."
            changes = changes_of(typed, texts, start, head)
            if not changes:
                return "Nothing changed."
            changes = with_today_since(record, changes, today)
            edit_record(store, case.id, record.id, kind, changes, expected=expected[record.id])
        return "Saved. What it said before is kept."

    name = f"{head}:{record.id}" if record else head
    place = f"{kind.name.capitalize() if kind.name.islower() else kind.name}"
    guide = guide_of(case, kind)
    form = Form(name, case.id, place, case.ref, asked, start, save, hint_of(case, kind), expected, guide)
    return with_next_day(store, today, form) if hour and not unasked else form


def guide_of(case: Case, kind: type[Record]) -> Guide | None:
    """Something short to read beside the form: for a contact the rules of sharing; for adults the test of section 42, say."""
    if kind is SystemNote:
        return looking_guide(case.info.service)
    if kind is ReviewNote:
        return review_process().account
    known = library(case.info.service)
    return known.sharing if kind is Contact else known.beside.get(kind.kind)


def hint_of(case: Case, kind: type[Record]) -> Callable[[Texts, Path], str]:
    """What the foot says of the open field: in a look at the system the question to ask oneself there; of a review what it is for."""
    service = case.info.service

    def hint(texts: Texts, path: Path) -> str:
        look = systems(service).look(path[-1]) if path else None
        return look.prompt if look and not texts.get(path, "").strip() else ""

    if kind in OF_A_REVIEW:
        return lambda _texts, _path: review_process().header
    return hint if kind is SystemNote else lambda _texts, _path: ""


def wonder_form(store: CaseStore, clock: Clock, case: Case) -> Form:
    """An "I wonder" in one line."""
    today = clock.today()
    entries = entries_of(Hypothesis, ("text",), case.info.service, (Hypothesis.kind,))

    def save(texts: Texts) -> str:
        add_record(store, case.id, Hypothesis, under(values_of(entries, texts, today), Hypothesis.kind))
        return "Saved, to come back to."

    return Form("wonder", case.id, "I wonder", case.ref, fixed(entries), {}, save)


def withdraw_form(store: CaseStore, clock: Clock, case: Case, record: Record) -> Form:
    """Take a record out of the case, with a reason."""
    from checklists.use_cases.log_visit import withdraw_visit
    from store.records import Visit

    today = clock.today()
    why = replace(
        entry_of(Hypothesis, "set_down_reason"),
        path=("reason",),
        label="Why",
        help="It stays readable among earlier texts.",
        needed=True,
    )

    def save(texts: Texts) -> str:
        reason = str(values_of([why], texts, today)[("reason",)])
        (withdraw_visit if isinstance(record, Visit) else withdraw_record)(store, case.id, record.id, reason)
        return "Withdrawn. It stays readable among the earlier texts."

    facts = f"{case.ref}, {known_by(case, record, today)}"
    return Form(f"withdraw:{record.id}", case.id, "Withdraw a record", facts, fixed([why]), {}, save)


def known_by(case: Case, record: Record, today: date) -> str:
    """`visit: Tue 3 Nov`, `person: gran`: what goes out is named before it does, as a number is easily mistyped."""
    on = getattr(record, "happened_on", None)
    said = [say_day(on, today)] if on else []
    for entry in entries_of(type(record), (), case.info.service):
        if entry.kind in ("line", "long") and (text := getattr(record, entry.name)):
            said.append(one_line_of(text))
            break
    return f"{record.name}: {', '.join(said)}" if said else record.name
