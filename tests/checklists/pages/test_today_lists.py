"""Today, of lists beyond visits: what waits to be written up, an action that drifts, dates ahead, timescales."""

from datetime import date
from typing import Any

from checklists.limits import Limits
from checklists.pages.blocks import Fit, Item, Page, Table
from checklists.pages.spot import Spot
from checklists.pages.today import today_page
from checklists.summaries import summarise
from store.case import case_of
from store.records import Action, Agency, CaseRecord, Child, Contact, Event, Record, Unknown, Visit
from store.summary import SetAside

TODAY = date(2026, 11, 23)
DUE = "Past its date, today and the next 5 working days"
WRITE = "Waiting to be written up"
MOVED = {"from_on": TODAY, "to_on": TODAY, "reason": "records not in"}


def shown(limits: Limits, *records: Record, set_aside: tuple[SetAside, ...] = ()) -> dict[str, list[Item]]:
    """The rows of each block; of the case nothing else is to be said in it."""
    k = Child(
        initials="K.M.", plan="none", not_asked_reason="placed by another council", not_asked_until=date(2027, 6, 1)
    )
    sectors = [Agency(label=name, sector=name) for name in ("health", "education", "police")]
    told = [Contact(agency_id=a.id, happened_on=TODAY, they_said="as before", written_up="elsewhere") for a in sectors]
    info = CaseRecord(ref="F-1", allocated_on=date(2026, 1, 5))
    row = summarise(case_of(info, [k, *sectors, *told, *records]))
    page: Page = today_page([row._replace(set_aside=set_aside)], TODAY, limits)
    return {block.heading: list(block.items) for block in page.blocks if isinstance(block, Table)}


def cells(item: Item) -> tuple[str, ...]:
    """What a row says at 80 columns."""
    return (*(cell.within(37) if isinstance(cell, Fit) else cell for cell in item.cells[1:]), item.word)


def action(due: date, moved: int = 0, **facts: Any) -> Action:
    """Bring health events in."""
    return Action(what="Bring health events in", due_on=due, moved=(MOVED,) * moved, **facts)


def test_what_waits_to_be_written_up_is_a_block_of_its_own(limits: Limits) -> None:
    """By date, and never among what is due."""
    late, early = Visit(happened_on=date(2026, 11, 18)), Visit(happened_on=date(2026, 11, 9))
    found = shown(limits, late, early)
    assert list(found) == [WRITE]
    assert [cells(item) for item in found[WRITE]] == [
        ("", "Visit of Mon 9 Nov (10 wd)", "Wed 11 Nov", "well past"),
        ("", "Visit of Wed 18 Nov (3 wd)", "Fri 20 Nov", "overdue"),
    ]
    why = found[WRITE][1].why
    assert why.startswith("Visit of Wed 18 Nov waits to be written up (3 working days). Limit 2.\nS27, ")


def test_without_one_that_heading_is_not_there(limits: Limits) -> None:
    """Nothing is said where nothing waits."""
    written = Visit(happened_on=date(2026, 11, 18), written_up="copied_out")
    assert shown(limits, written) == {}


def test_an_action_that_drifts_is_one_line_with_its_question(limits: Limits) -> None:
    """Its own line, which opens it; the foot asks, and names the limit's source."""
    (item,) = shown(limits, drifting := action(date(2026, 10, 26), 2))[DUE]
    assert cells(item) == ("", "Bring health events in", "Mon 26 Oct", "overdue")
    assert isinstance(item.key, Spot)
    assert (item.key.what, item.key.record_id) == ("action", drifting.id)
    assert item.why == (
        "Bring health events in. Due Mon 26 Oct (20 working days past), date moved twice. Still the right action?\n"
        "S18, casereflect default; change to suit, checked 23 Nov 2026."
    )


def test_the_stronger_word_stands_on_that_line(limits: Limits) -> None:
    """Well past where its date or its moves say so; a date that was only moved keeps the word of its date."""
    words = {
        (date(2026, 9, 28), 0): "well past",
        (date(2026, 10, 26), 3): "well past",
        (date(2026, 11, 18), 2): "overdue",
        (date(2026, 11, 23), 2): "due",
        (date(2026, 11, 25), 2): "due soon",
        (date(2026, 11, 30), 2): "due",
    }
    for (due, moved), word in words.items():
        (item,) = shown(limits, action(due, moved))[DUE]
        assert item.word == word, (due, moved)


def test_an_action_further_ahead_or_of_someone_else_is_asked_about_by_its_moves(limits: Limits) -> None:
    """It has no line of its own there, so the question is the line; it opens the action."""
    for drifting in (action(date(2026, 12, 7), 2), action(date(2026, 12, 7), 2, owner="gran")):
        (item,) = shown(limits, drifting)[DUE]
        assert cells(item) == ("", "Bring health events in", "Mon 7 Dec", "due")
        assert isinstance(item.key, Spot)
        assert (item.key.what, item.key.record_id) == ("action", drifting.id)


def test_a_question_about_an_action_that_is_set_aside_leaves_its_line(limits: Limits) -> None:
    """The date of the action is still past."""
    drifting = action(date(2026, 10, 26), 2)
    aside = (SetAside("S18", drifting.id, date(2026, 12, 1), "waits for the health records"),)
    (item,) = shown(limits, drifting, set_aside=aside)[DUE]
    assert item.word == "overdue"
    assert item.why == "Bring health events in\nDue Mon 26 Oct (20 working days past), moved twice."


def test_timescales_and_other_dates_stand_by_date(limits: Limits) -> None:
    """Five working days ahead without a word, further ahead not at all."""
    found = shown(
        limits,
        Event(type="referral", happened_on=date(2026, 11, 20)),
        Event(type="review_decided", happened_on=date(2026, 11, 20)),
        Event(type="serious_incident", happened_on=date(2026, 11, 23)),
        Unknown(what="Who collects on Fridays?", by_on=date(2026, 11, 30)),
        Unknown(what="Where does gran live?", by_on=date(2026, 12, 1)),
    )
    assert [cells(item) for item in found[DUE]] == [
        ("", "Decision on the referral", "Mon 23 Nov", "due"),
        ("", "Unknown. Who collects on Fridays?", "Mon 30 Nov", ""),
        ("", "Serious incident notification", "Mon 30 Nov", ""),
    ]
    assert found[DUE][0].why.startswith(
        "Decision on the referral due today: 1 working day after the referral of Fri 20 Nov."
    )


def test_the_mask_covers_what_a_line_says(limits: Limits) -> None:
    """What is not known, whose agency, which need: letters x; the sum stays."""
    from checklists.masking import masked_row

    info = CaseRecord(ref="F-1", allocated_on=date(2026, 1, 5))
    school = Agency(label="Hilltop", sector="education")
    asked = Contact(agency_id=school.id, happened_on=date(2026, 11, 9), i_asked="Her record.", basis="consent")
    unknown = Unknown(what="Who collects on Fridays?", by_on=date(2026, 11, 18))
    event = Event(type="referral", happened_on=date(2026, 11, 20))
    row = masked_row(summarise(case_of(info, [Child(initials="K.M."), school, asked, unknown, event])))
    texts = "\n".join(
        item.why
        for block in today_page([row], TODAY, limits).blocks
        if isinstance(block, Table)
        for item in block.items
    )
    assert "Hilltop" not in texts
    assert "collects" not in texts
    assert "Xxxxxxx asked Mon 9 Nov, no reply (10 working days): due today." in texts
    assert "1 working day after the referral of Fri 20 Nov." in texts
