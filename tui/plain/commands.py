"""The one table of plain commands: the word, what may follow it, what it does, and where that is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tui.plain import (
    acting,
    bringing_in,
    dated,
    embedding,
    going,
    hour,
    keeping,
    learning,
    papers,
    reflecting,
    reviewing,
    safety,
    setting_aside,
    writing,
)
from tui.plain.desk import Desk

Run = Callable[[Desk, str], None]
"""A command, handed what was typed after its word."""


@dataclass(frozen=True, slots=True)
class Command:
    """A word that can be typed at any place."""

    word: str
    takes: str
    """What may follow: `[CASE]`, `N`. CASE is a reference, a part of one, or the number of a row."""
    help: str
    run: Run
    about: str
    """The heading it stands under in the help."""


LOOK, CASE, WRITE, ACT, OTHERS, CARE = "Look", "On a case", "Write", "Actions", "For others", "The rest"

COMMANDS: tuple[Command, ...] = (
    Command("today", "", "who has not been seen alone by the date set, and what is due", going.today, LOOK),
    Command("caseload", "[next, reference or plan]", "one line a child or adult, in that order", going.caseload, LOOK),
    Command("cases", "", "all cases by reference, closed ones too", going.cases, LOOK),
    Command("open", "[N or CASE]", "a row of the list, or a case", going.open_it, LOOK),
    Command("find", "[TEXT]", "only the rows with this text; alone: all again", going.find, LOOK),
    Command(
        "search",
        "[TEXT]",
        "all that has these words in it: cases, answers, everything dated, what you learned; nothing of it is kept",
        going.search,
        LOOK,
    ),
    Command("why", "N", "what stands behind a row: the arithmetic and its source", going.why, LOOK),
    Command(
        "actions", "[CASE, all or over]", "actions of a case, of all cases; over: done and let go", going.actions, LOOK
    ),
    Command(
        "limits", "", "every timescale with its source; edit N changes one, drop N takes yours out", going.limits, LOOK
    ),
    Command(
        "away",
        "",
        "school holidays and your own leave; new adds days, edit N changes, drop N takes them out",
        going.away,
        LOOK,
    ),
    Command(
        "audit",
        "[CASE or all]",
        "what was done and when, the newest first; at a case of that one; write writes it",
        safety.audit,
        LOOK,
    ),
    Command(
        "learn",
        "[T1, N1 or words]",
        "themes and reviews, with the cases they are offered for; or one of them; new adds a review of your own",
        learning.learn,
        LOOK,
    ),
    Command("theme", "N", "one of the eight themes, and what your own cases say to it", learning.theme, LOOK),
    Command(
        "offered",
        "[ID]",
        "reviews from files that are not taken; with an id one of them, to take it or leave it",
        learning.offered,
        LOOK,
    ),
    Command("people", "[CASE]", "household and people", going.people, CASE),
    Command(
        "children",
        "[CASE]",
        "each child with plan, dates and intervals; of an adult's case the person",
        going.children,
        CASE,
    ),
    Command("visits", "[CASE]", "all visits, the newest first", going.visits, CASE),
    Command(
        "chronology",
        "[CASE] [month, written or oldest]",
        "everything dated; month: by month in words, written: in the order of writing, oldest: oldest first",
        dated.chronology,
        CASE,
    ),
    Command("words", "[CHILD] [CASE]", "what a child has said or shown, in time order", dated.words, CASE),
    Command("wonders", "[CASE]", "every I wonder, open or set down", going.wonders, CASE),
    Command(
        "list",
        "WHICH [CASE]",
        "a list of evidence: day, care, concerns, explanations, unknowns, agencies and more; alone it names them all",
        going.listed,
        CASE,
    ),
    Command("answers", "[CASE]", "what was answered, the newest first", going.answers, CASE),
    Command("prompts", "[CASE]", "what the record asks, with its sources", going.prompts, CASE),
    Command(
        "history",
        "[N]",
        "on a case: of question N, or of the case; else of a record: its earlier texts",
        going.history,
        CASE,
    ),
    Command(
        "review",
        "[begin, timeline, pack, frozen or freeze] [CASE]",
        "the companion of a case under review; begin holds it and freezes a copy, freeze makes another, pack is all of it",
        reviewing.review,
        CASE,
    ),
    Command(
        "then",
        "[DATE]",
        "what I knew then, beside what I think now; with a date as I knew it on that day",
        reviewing.then,
        CASE,
    ),
    Command("visit", "[CASE]", "log a visit", writing.visit, WRITE),
    Command(
        "account",
        "[N or CASE]",
        "a note of then and now while a case is reviewed; N: beside that entry",
        reviewing.account,
        WRITE,
    ),
    Command("question", "N [CASE]", "answer one of the eight questions", reflecting.question, WRITE),
    Command("reflect", "[CASE]", "the eight questions one after the other", reflecting.reflect, WRITE),
    Command(
        "ahead",
        "[THEME] [CASE]",
        "looking back from a year ahead: eight themes, what was already in sight today",
        reflecting.ahead,
        WRITE,
    ),
    Command("wonder", "[CASE]", "an I wonder, one line", writing.wonder, WRITE),
    Command(
        "log", "", "my learning: five ways with when I last did each, and what I wrote; new adds", embedding.log, LOOK
    ),
    Command(
        "cpd",
        "[YEAR, check or from N]",
        "CPD and what is still open of the year; YEAR: its form; check: names in it; from N: a piece from that row",
        embedding.cpd,
        LOOK,
    ),
    Command(
        "apply",
        "[REVIEW] [CASE]",
        "ask a review's questions in a case; what you write is kept with it",
        learning.apply,
        WRITE,
    ),
    Command(
        "new",
        "[WHAT] [CASE]",
        "new in this list, or what is named: a case, visit, action, person, contact, unknown and more",
        writing.new,
        WRITE,
    ),
    Command(
        "raise",
        "[N, CASE or words]",
        "raise a concern: an escalation; with the agency of row N, or on a case; words: what one can say",
        writing.raise_concern,
        WRITE,
    ),
    Command("edit", "[N]", "change a record; on a case its reference and dates", writing.edit, WRITE),
    Command("done", "[N]", "finish an action, answer or check a row, or do what a prompt asks for", acting.done, ACT),
    Command("move", "[N]", "give an action another date, asks why", acting.move, ACT),
    Command("drop", "[N]", "let an action go, asks why", acting.drop, ACT),
    Command("pack", "[CASE or all]", "supervision pack: its sections by number; open N reads one", papers.pack, OTHERS),
    Command("tick", "N", "at a pack: take that section in, or leave it out", papers.tick, OTHERS),
    Command("wanted", "[CASE]", "what I want from this hour; it stands in the pack", papers.wanted, OTHERS),
    Command(
        "changes",
        "[CASE or all] [since DATE]",
        "what has changed since the last supervision, or a day",
        papers.changes,
        OTHERS,
    ),
    Command("handover", "[CASE]", "a page for the next worker", papers.handover, OTHERS),
    Command(
        "around",
        "[N]",
        "a look at the system around a row: an event, an escalation, an outcome, a concern, a contact, an action",
        writing.around,
        WRITE,
    ),
    Command("systems", "", "all looks at the system, by factor, without names; new adds one", papers.systems, OTHERS),
    Command(
        "sheet",
        "[REVIEW]",
        "a review on one page for a team meeting: twenty minutes, four questions, room for actions",
        embedding.sheet,
        OTHERS,
    ),
    Command("write", "[FILE]", "at one of these pages: write it as a file", papers.write, OTHERS),
    Command("agreed", "[CASE]", "a line of what was agreed in supervision as an action", papers.agreed, OTHERS),
    Command(
        "hour",
        "[CASE]",
        "supervision over several cases: the day and with whom once; then with a case what was said about it",
        hour.hour,
        OTHERS,
    ),
    Command("next", "[DATE]", "the day of the next supervision; with a date it is kept", papers.next_day, OTHERS),
    Command(
        "aside",
        "N",
        "set the prompt of that row aside until a day, asks why; again: ask it at once",
        setting_aside.aside,
        CARE,
    ),
    Command("withdraw", "[N]", "take a record out, asks why; it stays readable", writing.withdraw, CARE),
    Command(
        "transfer",
        "[N]",
        "put a record typed here by mistake into another case, asks why",
        writing.transfer,
        CARE,
    ),
    Command("undo", "[CASE]", "undo the last change on a case", writing.undo, CARE),
    Command("close", "[CASE]", "close a case, asks what could still go wrong", writing.close, CARE),
    Command("reopen", "[CASE]", "open a closed case again", writing.reopen, CARE),
    Command(
        "hold", "[CASE]", "hold a case for a review, a court or a complaint: nothing is purged", keeping.hold, CARE
    ),
    Command("lift", "[CASE]", "lift a hold, asks why", keeping.lift, CARE),
    Command("keep", "[CASE]", "keep a closed case until a day, asks why", keeping.keep, CARE),
    Command(
        "purge", "[CASE]", "remove a case for good, asks for the reference; a certificate stays", keeping.purge, CARE
    ),
    Command("certificates", "", "what was purged, when and why", safety.certificates, CARE),
    Command(
        "safety",
        "[backup or damage]",
        "last backup, damage, passphrase and recovery; backup makes one, damage reads every file",
        safety.safety,
        CARE,
    ),
    Command("import", "[FILE]", "bring in your own rows of an Annex A workbook", bringing_in.import_file, CARE),
    Command(
        "mask", "", "initials become the reference, texts become x letters, or are shown again", writing.mask, CARE
    ),
    Command("lock", "", "let go of the key until the passphrase is typed again", writing.lock, CARE),
    Command("drafts", "[N]", "unsaved texts, or go on with one", writing.drafts, CARE),
)

BY_WORD: Mapping[str, Command] = {command.word: command for command in COMMANDS}

SHORTEST = 2
"""Letters by which a command may be begun; one letter is one of the five words."""


def command_of(word: str) -> Command | None:
    """The command of that word, or of a beginning that no other has."""
    wanted = word.casefold()
    if wanted in BY_WORD:
        return BY_WORD[wanted]
    found = [command for command in COMMANDS if len(wanted) >= SHORTEST and command.word.startswith(wanted)]
    return found[0] if len(found) == 1 else None


def help_lines() -> list[str]:
    """Every command with its help, under its heading."""
    said: list[str] = []
    for about in dict.fromkeys(command.about for command in COMMANDS):
        said.append(f"{about}:")
        said += [
            f"{' '.join(filter(None, (command.word, command.takes)))}: {command.help}."
            for command in COMMANDS
            if command.about == about
        ]
    return said
