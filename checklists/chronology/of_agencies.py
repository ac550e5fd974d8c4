"""What is dated about people and agencies: contacts and replies, accounts, the household, escalations, events."""

from collections.abc import Iterator

from checklists.chronology.dated import Dated, Told, joined
from checklists.chronology.of_children import GOOD
from store.records import Contact, Escalation, Event, Explanation, HouseholdCheck, Person

REFERRALS, MOVES = "Referrals", "Moves"
WORD_OF_EVENT = {"police": "Police", "health": "Health", "school": "School", "move": "Move", "positive": "Good news"}
WORD_OF_EVENT |= {"referral": "Referral", "missing": "Missing", "concern_received": "Concern in"}
"""Events that have a word of their own; any other is an event."""
LANE_OF_EVENT = {
    "referral": REFERRALS,
    "concern_received": REFERRALS,
    "police": "Police",
    "health": "Health",
    "school": "School",
    "positive": GOOD,
    **dict.fromkeys(("move", "placement_start", "placement_end", "became_looked_after", "missing", "returned"), MOVES),
}
THEME_OF_EVENT = {"restart": "T8", "threshold_decision": "T7", "positive": "T5"}
"""The theme of an event; any other is about decisions and drift."""


def contacts(told: Told) -> Iterator[Dated]:
    """A talk with an agency, and the day of its reply."""
    for one in told.case.of(Contact):
        label, sector = told.agency(one.agency_id) or "an agency", told.sector(one.agency_id)
        parts = [
            f"They said: {one.they_said}" if one.they_said else "",
            f"I asked: {one.i_asked}" if one.i_asked else "",
            f"I shared: {one.i_shared}" if one.i_shared else "",
            f"Basis: {told.choice(Contact, 'basis', one.basis)}" if one.basis else "",
        ]
        who = ", ".join(filter(None, (label, one.person_name_or_role)))
        shared = {
            "children": one.about_children,
            "source": f"{who}, {told.choice(Contact, 'how', one.how)}",
            "people": tuple(filter(None, (one.person_name_or_role,))),
            "themes": ("T2", *one.themes),
            "lanes": (sector,) if sector != "Agency" else (),
        }
        yield told.made(one, one.happened_on, sector, joined(*parts), **shared)
        if one.replied_on and one.replied_on > one.happened_on:
            text = f"{label} replied to what was asked {told.day(one.happened_on)}"
            yield told.made(one, one.replied_on, sector, text, **{**shared, "lanes": (), "part": "reply"})


def accounts(told: Told) -> Iterator[Dated]:
    """What someone said about an event, and how it was checked."""
    for one in told.case.of(Explanation):
        what = f"{one.event_key} ({one.event_text or told.day(one.event_on)})"
        who = {"people": (one.given_by,), "themes": ("T6", *one.themes)}
        text = joined(f"{what}: {one.text}")
        yield told.made(one, one.given_on, "Account", text, source=one.given_by, **who)
        if one.checked_on:
            by = f" with {one.checked_with}" if one.checked_with else ""
            fits = told.choice(Explanation, "fits", one.fits)
            checked = joined(f"Checked{by}, {one.event_key}: {one.checked_how}", f"Does the account fit: {fits}")
            yield told.made(one, one.checked_on, "Account", checked, source=one.checked_with, part="checked", **who)


def people(told: Told) -> Iterator[Dated]:
    """When each person was first known about, met and last heard."""
    for one in told.case.of(Person):
        link = f" ({one.relation})" if one.relation else ""
        for on, text, part in (
            (one.known_since, "first known about", ""),
            (one.met_on, "met", "met"),
            (one.spoken_on, "own account heard", "heard"),
        ):
            if on:
                said = f"{one.label}{link}: {text}"
                yield told.made(one, on, "Person", said, people=(one.label,), themes=("T4", *one.themes), part=part)


def household(told: Told) -> Iterator[Dated]:
    """Who lives here was confirmed."""
    for one in told.case.of(HouseholdCheck):
        how = told.choice(HouseholdCheck, "how", one.how)
        text = joined("Household confirmed", one.note)
        yield told.made(one, one.confirmed_on, "Household", text, source=how, themes=("T4", *one.themes))


def escalations(told: Told) -> Iterator[Dated]:
    """A disagreement: each step that was taken, and the day it was settled."""
    for one in told.case.of(Escalation):
        for step in one.before:
            whom = told.agency(step.with_agency) or step.with_agency
            text = joined(f"Step {step.step}: {one.about}", f"Reply: {step.reply}" if step.reply else "")
            more = {"people": (whom,) if whom else (), "source": whom, "themes": ("T7", *one.themes)}
            yield told.made(one, step.started_on, "Escalation", text, part=f"step {step.step}", **more)
        whom = told.agency(one.with_agency) or one.with_agency
        more = {"people": (whom,) if whom else (), "source": whom, "themes": ("T7", *one.themes)}
        text = joined(f"Step {one.step}: {one.about}", f"Reply: {one.reply}" if one.reply else "")
        yield told.made(one, one.step_started_on, "Escalation", text, **more)
        if one.closed_on:
            text = joined(f"Settled: {one.about}", one.result)
            yield told.made(one, one.closed_on, "Escalation", text, part="settled", **more)


def events(told: Told) -> Iterator[Dated]:
    """Decisions, meetings, moves, new starts."""
    for one in told.case.of(Event):
        word = WORD_OF_EVENT.get(one.type, "Event")
        what = "" if one.type in WORD_OF_EVENT and one.text else told.choice(Event, "type", one.type)
        parts = [
            f"{what}: {one.text}" if what and one.text else one.text or what,
            f"Decided: {one.decision}" if one.decision else "",
            f"Why: {one.reason}" if one.reason else "",
        ]
        lane = LANE_OF_EVENT.get(one.type) or _sector_lane(told, one)
        yield told.made(
            one,
            one.happened_on,
            word,
            joined(*parts),
            day_text=one.happened_text,
            children=(one.child_id,) if one.child_id else (),
            means=one.meaning_for_child,
            source=told.agency(one.agency_id),
            themes=(THEME_OF_EVENT.get(one.type, "T7"), *one.themes),
            lanes=(lane,) if lane else (),
            weighs=one.significance == "key",
        )


def _sector_lane(told: Told, one: Event) -> str:
    sector = told.sector(one.agency_id)
    return sector if one.agency_id and sector != "Agency" else ""
