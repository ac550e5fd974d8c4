"""Every command, by name: where it is, and the line that `--help` says of it. Nothing is imported to show this."""

from typing import NamedTuple


class Leaf(NamedTuple):
    """A command: the `module:function` that is it, or that makes it when given `kind`."""

    target: str
    help: str
    kind: str = ""
    """The kind of record that a command for any kind is made for."""


class Branch(NamedTuple):
    """Commands under one name, such as `case add` and `case list`."""

    help: str
    leaves: "dict[str, Leaf]"


def _any(verb: str, kind: str, help_line: str) -> Leaf:
    return Leaf(f"tui.commands.records:{verb}", help_line, kind)


def _seen_and_changed(kind: str, name: str) -> dict[str, Leaf]:
    return {
        "show": _any("show", kind, f"All that is recorded of {name}."),
        "edit": _any("edit", kind, f"Change {name}; what it said before stays readable."),
        "withdraw": _any("withdraw", kind, f"Take {name} out, with a reason."),
        "transfer": _transfer(kind, name),
    }


def _of_my_own(kind: str, name: str) -> dict[str, Leaf]:
    """The same of a kind that is kept in my own book alone: there is no case to move it to."""
    return {verb: leaf for verb, leaf in _seen_and_changed(kind, name).items() if verb != "transfer"}


def _transfer(kind: str, name: str) -> Leaf:
    return Leaf("tui.commands.moving:transfer", f"Put {name} typed by mistake into the case where it belongs.", kind)


def _register(kind: str, one: str, many: str) -> dict[str, Leaf]:
    return {
        "add": _any("add", kind, f"Add {one} to a case."),
        "list": _any("listing", kind, f"The {many} of a case."),
        **_seen_and_changed(kind, one),
    }


COMMANDS: dict[str, Leaf | Branch] = {
    "demo": Leaf("tui.commands.demo:demo", "Open a fictional caseload to try things out."),
    "init": Leaf("tui.commands.init:init", "Make the store, without questions where a passphrase file is given."),
    "today": Leaf("tui.commands.today:today", "Who has not been seen alone by the date set, and what is due."),
    "search": Leaf(
        "tui.commands.search:search", "Search over all cases, answers and what you learned; keeps nothing of it."
    ),
    "prompts": Leaf("tui.commands.prompts:prompts", "What the record asks, with its arithmetic and sources."),
    "set-aside": Leaf(
        "tui.commands.setting_aside:set_aside", "Set a prompt aside until a day, with a reason; or ask it again."
    ),
    "case": Branch(
        "Cases: add, list, show, edit, close, reopen, hold, purge.",
        {
            "add": Leaf("tui.commands.cases:add", "Add a case, and its first child."),
            "list": Leaf("tui.commands.case_list:listing", "All cases by reference, closed ones too."),
            "show": Leaf("tui.commands.cases:show", "A case at a glance."),
            "edit": Leaf("tui.commands.cases:edit", "Change the reference or the dates of a case."),
            "close": Leaf("tui.commands.cases:close", "Close a case, with a reason."),
            "reopen": Leaf("tui.commands.cases:reopen", "Open a closed case again."),
            "hold": Leaf(
                "tui.commands.holding:hold", "Hold a case for a review, a court or a complaint; or lift that."
            ),
            "purge": Leaf("tui.commands.holding:purge", "Remove a case for good; a certificate stays."),
            "certificates": Leaf("tui.commands.holding:certificates", "What was purged, when and why."),
        },
    ),
    "child": Branch(
        "The children of a case, each with a plan of its own.",
        {
            "add": Leaf("tui.commands.children:add", "Add a child to a case."),
            "list": _any("listing", "child", "The children of a case."),
            "show": _any("show", "child", "All that is recorded of a child's plan and dates."),
            "edit": Leaf("tui.commands.children:edit", "Change what is recorded of a child."),
        },
    ),
    "visit": Branch(
        "Visits, and how each child was seen.",
        {
            "add": Leaf("tui.commands.visits:add", "Log a visit."),
            "list": _any("listing", "visit", "The visits of a case, the newest on top."),
            "show": _any("show", "visit", "A visit, and how each child was seen."),
            "edit": Leaf("tui.commands.visits:edit", "Change a visit, or how a child was seen on it."),
            "withdraw": _any("withdraw", "visit", "Take a visit out with what was seen on it, with a reason."),
            "transfer": _transfer("visit", "a visit"),
        },
    ),
    "chronology": Leaf(
        "tui.commands.chronology:chronology", "Everything dated on a case: on the screen, as a file, or as JSON."
    ),
    "words": Leaf("tui.commands.chronology:words", "What each child has said or shown, in time order."),
    "reflect": Leaf("tui.commands.reflect:reflect", "Answer the eight questions, or read earlier answers."),
    "answer": Branch(
        "Answers to the eight questions.",
        {"list": _any("listing", "answer", "The answers on a case."), **_seen_and_changed("answer", "an answer")},
    ),
    "action": Branch(
        "Practical actions: plan, finish, move, let go.",
        {
            "add": Leaf("tui.commands.actions:add", "Plan an action."),
            "list": Leaf("tui.commands.actions:listing", "Open actions by date, of one case or of all."),
            "done": Leaf("tui.commands.actions:done", "Finish an action: what is different for the child."),
            "move": Leaf("tui.commands.actions:move", "Give an action another date, with the reason."),
            "drop": Leaf("tui.commands.actions:drop", "Let an action go, with the reason."),
            **_seen_and_changed("action", "an action"),
        },
    ),
    "person": Branch("People in and around the household.", _register("person", "a person", "people")),
    "hypothesis": Branch(
        'Each "I wonder": a possible meaning, held loosely.', _register("hypothesis", "an I wonder", "I wonders")
    ),
    "household-check": Branch(
        "Household confirmed: who lives here, on which day.",
        _register("household_check", "a confirmation", "confirmations"),
    ),
    "sighting": Branch("Sightings by other agencies.", _register("sighting", "a sighting", "sightings")),
    "day-entry": Branch("The child's lived day.", _register("day_entry", "a piece of the day", "pieces of the day")),
    "concern": Branch("Concerns and what came of them.", _register("concern", "a concern", "concerns")),
    "explanation": Branch(
        "Explanations, and how each was checked.", _register("explanation", "an explanation", "explanations")
    ),
    "unknown": Branch("What is not known.", _register("unknown", "an unknown", "unknowns")),
    "agency": Branch("Agencies that know the family.", _register("agency", "an agency", "agencies")),
    "contact": Branch(
        "Contacts with agencies: said, asked, shared, on what basis.", _register("contact", "a contact", "contacts")
    ),
    "outcome": Branch("What the plan is to make different.", _register("outcome", "an outcome", "outcomes")),
    "outcome-reading": Branch("How an outcome stood on a day.", _register("outcome_reading", "a reading", "readings")),
    "engagement": Branch(
        "Taking part, beside the child's change.", _register("engagement", "a review of both", "reviews of both")
    ),
    "event": Branch("Anything dated in the life of the case.", _register("event", "an event", "events")),
    "neglect-entry": Branch(
        "Small facts about care, seen together over time.",
        _register("neglect_entry", "a fact about care", "facts about care"),
    ),
    "chronology-review": Branch(
        "When the chronology was looked at as a whole.",
        _register("chronology_review", "a day it was looked at", "days it was looked at"),
    ),
    "supervision": Branch(
        "Supervision on a case: wanted, tested, decided; and the day of the next one.",
        {
            **_register("supervision", "a supervision", "supervisions"),
            "also": Leaf("tui.commands.hour:also", "Another case talked of in the same hour."),
            "next": Leaf("tui.commands.papers:next_day", "The day of the next supervision, of all cases."),
        },
    ),
    "escalation": Branch(
        "Disagreements taken up the agreed steps: raise, answer, next step; and words to use.",
        {
            **_register("escalation", "an escalation", "escalations"),
            "step": Leaf("tui.commands.escalating:step", "Take an escalation to the next step."),
            "answer": Leaf("tui.commands.escalating:answer", "Write down what they answered, and what settled it."),
            "report": Leaf(
                "tui.commands.escalating:report", "Every escalation of a case with its steps, also as a file."
            ),
            "words": Leaf("tui.commands.escalating:words", "Words to use for each step, firm and courteous."),
        },
    ),
    "looking-ahead": Branch(
        "Looking back from a year ahead: what was already in sight today, theme by theme.",
        {
            **_register("looking_ahead", "what was in sight under a theme", "what was in sight"),
            "walk": Leaf("tui.commands.looking_ahead:walk", "The eight themes, one after the other, on plain lines."),
            "became": Leaf("tui.commands.looking_ahead:became", "Note the record that was made of a thought."),
        },
    ),
    "systems": Leaf(
        "tui.commands.systems:systems", "All looks at the system, over all cases, by factor: for a team, without names."
    ),
    "system-note": Branch(
        "A look at the system around a decision, on a case or with none: CASE may be own.",
        _register("system_note", "a look at the system", "looks at the system"),
    ),
    "review": Branch(
        "A case under review: hold and frozen copy, then and now, what was asked for, the pack of it all.",
        {
            "begin": Leaf("tui.commands.reviewing:begin", "This case is under review: hold it, and freeze a copy."),
            "show": Leaf(
                "tui.commands.reviewing:show", "The companion: steps, what is kept, the ladder with its dates."
            ),
            "timeline": Leaf("tui.commands.reviewing:timeline", "What I knew then, beside what I think now."),
            "note": Leaf("tui.commands.reviewing:note", "A note of then and now, beside entries or on its own."),
            "request": _any("add", "review_request", "Note what the review asked for."),
            "meeting": _any("add", "review_meeting", "Note a meeting of the review."),
            "support": _any("add", "review_support", "Note who stands by me, and when we speak."),
            "pack": Leaf("tui.commands.reviewing:pack", "All of it as one file; private notes only where ticked."),
            "frozen": Leaf("tui.commands.reviewing:frozen", "A frozen copy, and what was added since."),
            "freeze": Leaf("tui.commands.reviewing:freeze", "Freeze another copy, as the case stands now."),
        },
    ),
    "review-note": Branch(
        "While a case is reviewed: what I knew then, what I think now.",
        _register("review_note", "a note of then and now", "notes of then and now"),
    ),
    "review-request": Branch(
        "What a review asked for, and what was handed over.",
        _register("review_request", "something asked for", "things asked for"),
    ),
    "review-meeting": Branch(
        "Meetings of a review.", _register("review_meeting", "a meeting of the review", "meetings of the review")
    ),
    "review-support": Branch(
        "Who stands by me while a case is reviewed.", _register("review_support", "a contact", "contacts")
    ),
    "capacity-note": Branch(
        "Capacity for one decision on one day, of an adult.",
        _register("capacity_note", "a capacity note", "capacity notes"),
    ),
    "advocate": Branch("Advocates, of an adult.", _register("advocate", "an advocate", "advocates")),
    "desired-outcome": Branch(
        "What the adult wants to happen.", _register("desired_outcome", "a desired outcome", "desired outcomes")
    ),
    "aside": Branch(
        "What was set aside: listed, read, taken back.",
        {
            "list": _any("listing", "set_aside", "The prompts set aside on a case."),
            "show": _any("show", "set_aside", "Until when and why one was set aside."),
            "withdraw": _any("withdraw", "set_aside", "Ask one again at once, with a reason."),
        },
    ),
    "changes": Leaf("tui.commands.papers:changes", "What has changed since the last supervision, or since a day."),
    "pack": Leaf("tui.commands.papers:pack", "The supervision pack, of cases or of the whole caseload."),
    "handover": Leaf("tui.commands.papers:handover", "A hand-over of a case, for the next worker."),
    "import": Leaf("tui.commands.importing:bring_in", "Bring in your own rows of an Ofsted Annex A workbook."),
    "undo": Leaf("tui.commands.undo:undo", "Undo the last change on a case."),
    "away": Branch(
        "Days away: school holidays here, and your own leave.",
        {
            "list": Leaf("tui.commands.away:listing", "All days away, those not over first."),
            "add": Leaf("tui.commands.away:add", "Add a school holiday, or your own leave and who covers."),
            "drop": Leaf("tui.commands.away:drop", "Take days away out."),
        },
    ),
    "limits": Branch(
        "Every timescale and count, where it comes from, and who set it.",
        {
            "list": Leaf("tui.commands.limiting:listing", "All limits in force."),
            "change": Leaf("tui.commands.limiting:change", "Change a limit, with a reason."),
            "reset": Leaf("tui.commands.limiting:reset", "Take your own limit out."),
        },
    ),
    "config": Branch(
        "Your settings: where they are, what is in force, what is wrong in them.",
        {
            "path": Leaf("tui.commands.configuring:path", "Where the file of your settings is."),
            "show": Leaf("tui.commands.configuring:show", "The settings in force."),
            "validate": Leaf("tui.commands.configuring:validate", "Look for what is wrong in the file."),
            "keys": Leaf("tui.commands.configuring:keys", "Every key with its id, to put it elsewhere."),
        },
    ),
    "learn": Branch(
        "Learning: themes and reviews, a review asked in a case, and what files offer.",
        {
            "list": Leaf("tui.commands.learning:listing", "Themes and reviews, with the cases they are offered for."),
            "theme": Leaf("tui.commands.learning:theme", "One of the eight themes, and what your cases say to it."),
            "review": Leaf("tui.commands.learning:review", "One review: what it is, what was learned, what to ask."),
            "apply": Leaf(
                "tui.commands.learning:apply", "Ask a review's questions in a case, and keep what you write."
            ),
            "add-review": _any("add", "own_review", "Add a review of your own, local or national."),
            "offered": Leaf("tui.commands.learning:offered", "What files of reviews have that is not taken."),
            "take": Leaf("tui.commands.learning:take", "Take a review that is offered."),
            "leave": Leaf("tui.commands.learning:leave", "Leave a review that is offered."),
            "sheet": Leaf("tui.commands.embedding:sheet", "A review on one page for a team meeting, also as a file."),
            "log": Leaf("tui.commands.embedding:log", "My learning log: the five ways, and what I wrote."),
            "add": _any("add", "learning_entry", "Add an entry to my learning log."),
            **_of_my_own("learning_entry", "an entry of my learning log"),
        },
    ),
    "cpd": Branch(
        "Professional development: the year, its pieces, the check for names, the regulator's form.",
        {
            "list": Leaf("tui.commands.embedding:listing", "The year beside what is asked of it, and its pieces."),
            "add": _any("add", "cpd_piece", "Add a piece."),
            "from": Leaf("tui.commands.embedding:begin", "Begin a piece from a reflection; its text only with --take."),
            **_of_my_own("cpd_piece", "a piece"),
            "check": Leaf("tui.commands.embedding:check", "Look for names in the pieces of a year."),
            "export": Leaf("tui.commands.embedding:export", "The pieces of a year in the form's order, as a file."),
        },
    ),
    "own-review": Branch(
        "Reviews of your own, and those taken from files.",
        {
            "list": _any("listing", "own_review", "The reviews of your own book."),
            **_of_my_own("own_review", "a review of your own"),
        },
    ),
    "review-reflection": Branch(
        "What was written to the questions of a review, asked in a case.",
        {
            "list": _any("listing", "review_reflection", "The reviews asked in a case."),
            **_seen_and_changed("review_reflection", "what was written to a review's questions"),
        },
    ),
    "audit": Leaf(
        "tui.commands.audit:audit", "What was done and when, by id: opened, saved, withdrawn, written to a file."
    ),
    "backup": Leaf("tui.commands.backing_up:backup", "Make a backup now, here or elsewhere; or list those there are."),
    "restore": Leaf("tui.commands.backing_up:restore", "Put a backup back, into an empty folder."),
    "doctor": Leaf("tui.commands.doctoring:doctor", "Look for damage, say what it means, and repair it with --repair."),
    "passphrase": Leaf("tui.commands.keys:passphrase", "Change the passphrase; or set one anew with the recovery key."),
    "recovery": Branch(
        "Who can open the store without the passphrase.",
        {
            "list": Leaf("tui.commands.keys:listing", "Their public keys."),
            "add": Leaf("tui.commands.keys:add", "Make a recovery key, or add somebody's public key."),
            "remove": Leaf("tui.commands.keys:remove", "Take one out: it opens nothing that is written from then on."),
            "finish": Leaf("tui.commands.keys:finish", "Go on with a change that was cut off."),
        },
    ),
    "schema": Leaf("tui.commands.schema:schema", "The records as JSON schema."),
}
