"""What is kept while a case is reviewed: notes of then and now, what was asked for, meetings, and who stands by me."""

from datetime import date

from checklists.dates import say_day
from checklists.due import date_word
from checklists.limits import Limits
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import day_of, newest, one_line, row
from checklists.signals.wording import ago, begun
from store.case import Case
from store.records import ReviewMeeting, ReviewNote, ReviewRequest, ReviewSupport
from store.records.review_note import BOXES

SHARED = "in the pack"


def review_note_items(case: Case, today: date) -> list[Item]:
    """The newest on top; whether it may go into the pack of the review stands beside it."""
    return [
        row(
            case,
            one,
            (say_day(one.written_on, today), SHARED if one.shared else "mine", first_words(one)),
            first_words(one),
            "In the pack of the review." if one.shared else "Kept out of packs unless you tick it.",
        )
        for one in newest(case.of(ReviewNote), lambda one: one.written_on)
    ]


def first_words(one: ReviewNote) -> str:
    """What it begins with: the first box that has words in it."""
    return next(one_line(text) for box in BOXES if (text := getattr(one, box)).strip())


def open_requests(case: Case) -> list[ReviewRequest]:
    """What is not handed over yet: by its day, those without one last."""
    waiting = [one for one in case.of(ReviewRequest) if one.submitted_on is None]
    return sorted(waiting, key=lambda one: (one.due_on or date.max, one.asked_on, one.id))


def request_items(case: Case, today: date, limits: Limits | None = None) -> list[Item]:
    """What is not handed over yet by its day, then what was, the newest on top."""
    over = newest((one for one in case.of(ReviewRequest) if one.submitted_on), lambda one: one.submitted_on)
    return [_request(case, one, today, limits) for one in (*open_requests(case), *over)]


def _request(case: Case, one: ReviewRequest, today: date, limits: Limits | None) -> Item:
    asked = f"Asked by {one.asked_by} on {say_day(one.asked_on, today)}."
    if one.submitted_on is not None:
        day = say_day(one.submitted_on, today)
        to = f" to {one.to_whom}" if one.to_whom else ""
        receipt = f" Receipt: {one.receipt}" if one.receipt else " No receipt is noted yet."
        return row(
            case, one, (day, "handed over", one_line(one.what)), one.what, f"{asked} Handed over{to} on {day}.{receipt}"
        )
    if one.due_on is None:
        return row(
            case, one, ("no day set", one.asked_by, one_line(one.what)), one.what, f"{asked} By when is not noted."
        )
    by = f"Wanted by {say_day(one.due_on, today)}{ago(one.due_on, today)}."
    word = date_word(one.due_on, today, limits) if limits else ""
    made = row(case, one, (say_day(one.due_on, today), one.asked_by, one_line(one.what)), one.what, f"{asked} {by}")
    return Item(made.cells, word, made.key, made.why)


def meeting_items(case: Case, today: date) -> list[Item]:
    """The newest on top."""
    return [
        row(
            case,
            one,
            (day_of(one, "held_on", today), one.with_role or "not said", one_line(one.what_was_said)),
            one.what_was_said,
            f"I asked: {one.what_i_asked}" if one.what_i_asked.strip() else "",
        )
        for one in newest(case.of(ReviewMeeting), lambda one: one.held_on)
    ]


def support_items(case: Case, today: date) -> list[Item]:
    """By the day on which we next speak; those without one last."""
    rows = sorted(case.of(ReviewSupport), key=lambda one: (one.check_in_on or date.max, one.role.casefold(), one.id))
    return [
        row(
            case,
            one,
            (one.role, one.number or "no number yet", _speak(one, today)),
            f"{begun(_speak(one, today))}.",
        )
        for one in rows
    ]


def _speak(one: ReviewSupport, today: date) -> str:
    return f"we speak {say_day(one.check_in_on, today)}" if one.check_in_on else "no day to speak yet"
