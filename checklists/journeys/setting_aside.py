"""Set a prompt aside: until when, and why it can wait."""

from dataclasses import replace
from datetime import date

from checklists.clock import Clock
from checklists.dates import say_day
from checklists.entry import Path, entries_of
from checklists.journeys.form import Form, Texts, fixed, under, values_of
from checklists.limits import Limits
from checklists.signals import Prompt
from checklists.use_cases.setting_aside import last_day, set_prompt_aside
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import SetAside

HEAD = SetAside.kind
NAME = "set aside"
"""Begins the name of the form's draft, before the signal and what the prompt is about."""


def set_aside_form(store: CaseStore, clock: Clock, limits: Limits, case: Case, prompt: Prompt) -> Form:
    """The day on which it is asked again, and the reason; both are kept with the case."""
    today = clock.today()
    asked = entries_of(SetAside, ("until_on", "reason"), case.info.service, (HEAD,))
    entries = [replace(entry, needed=True) for entry in asked]

    def save(texts: Texts) -> str:
        values = under(values_of(entries, texts, today), HEAD)
        until, reason = values["until_on"], str(values["reason"])
        assert isinstance(until, date)
        try:
            set_prompt_aside(store, clock, case, prompt, until, reason, limits=limits)
        except Wrong as wrong:
            raise Wrong(wrong.trouble, wrong.mend, f"{HEAD}.{wrong.field}" if wrong.field else "") from None
        return f"Set aside until {say_day(until, today)}. It comes back by itself."

    def hint(_texts: Texts, path: Path) -> str:
        least = limits.count("set_aside_letters").at_least
        if path[-1:] == ("until_on",):
            return (
                f"At the latest {say_day(last_day(today, limits), today)}. Only this prompt about this one thing waits."
            )
        return f"At least {least} letters. The reason stands with it." if path[-1:] == ("reason",) else ""

    name = f"{NAME}:{prompt.signal}:{prompt.about}"
    return Form(name, case.id, "Set a prompt aside", f"{case.ref}, {prompt.signal}", fixed(entries), {}, save, hint)
