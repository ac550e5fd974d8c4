"""Looking back from a year ahead: one theme after the other, what was already in sight today."""

from checklists.clock import Clock
from checklists.dates import due, say_day
from checklists.entry import Path, entries_of, texts_of
from checklists.journeys.form import Form, Texts, fixed, placed_in, under, values_of
from checklists.library import library
from checklists.limits import Limits
from checklists.use_cases.looking_ahead import look_ahead, seen_today
from store.case import Case
from store.case_store import CaseStore
from store.records import LookingAhead

HEAD = LookingAhead.kind
NAME = "looking ahead"
"""Begins the name of the form of a theme, before the theme's id."""
AGAIN = "looking_ahead_again"
"""The row of the limits that says when it comes up again."""
THEMES = tuple(f"T{number}" for number in range(1, 9))


def ahead_form(store: CaseStore, clock: Clock, limits: Limits, case: Case, theme_id: str) -> Form:
    """The box for one theme. What was written under it earlier today stands in it and is continued."""
    today, library_ = clock.today(), library(case.info.service)
    theme, again = library_.theme(theme_id), limits.row(AGAIN)
    mine, before = seen_today(case, theme_id, today), seen_today(case, "", today)
    entries = entries_of(LookingAhead, ("text", "with_role", "look_again_on"), case.info.service, (HEAD,))
    held: dict[Path, object] = {
        (HEAD, "with_role"): before.with_role if before else "",
        (HEAD, "look_again_on"): before.look_again_on if before else due(today, again.value, again.unit),
    }
    if mine:
        held = {entry.path: getattr(mine, entry.name) for entry in entries}
    start = texts_of(entries, held, today)
    expected = {mine.id: mine.revision} if mine else {}

    def save(texts: Texts) -> str:
        typed = under(values_of(entries, texts, today), HEAD)
        if mine and all(texts.get(entry.path, "") == start[entry.path] for entry in entries):
            return "Nothing changed."
        with placed_in(HEAD):
            kept = look_ahead(store, today, case.id, theme_id, typed, expected=expected.get(mine.id) if mine else None)
        when = f" It comes up again on {say_day(kept.look_again_on, today)}." if kept.look_again_on else ""
        return f"Kept under {theme.short}.{when}"

    def hint(texts: Texts, path: Path) -> str:
        return "" if texts.get(path, "").strip() or path[-1:] != ("text",) else library_.looking_ahead.per_theme

    place = f"{theme_id[1:]} {theme.title}"
    return Form(f"{NAME}:{theme_id}", case.id, place, case.ref, fixed(entries), start, save, hint, expected)
