"""Raise a concern and take it up the agreed steps: each step with its limit, the answer it had, and the next step."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from checklists.choices import asked_of_case
from checklists.clock import Clock
from checklists.entry import Choice, Entry, Path, blank_is_today, entry_of, texts_of
from checklists.journeys.form import Form, Texts, asked_of, placed_in, under, values_of
from checklists.journeys.registers import record_form
from checklists.limits import Limits
from checklists.signals.guards import danger_now
from checklists.steps import LAST, ready_words, say_limit
from checklists.use_cases import escalations as use
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Concern, Escalation, Record, ReviewReflection

HEAD = Escalation.kind
THEN = (HEAD, "then")
FOOT = 3
"""Lines of the foot: the choices, and the limit of the step with its source."""
SETTLED, NEXT, WAITING = "settled", "next step", "wait"
ANSWER = ("reply", "replied_on")
ASKED: Mapping[str, tuple[str, ...]] = {
    SETTLED: ("result", "closed_on"),
    NEXT: ("with_agency", "step_started_on", "who_was_told", "told_on"),
}
"""What is asked after each of the ways on."""
OF_THE_STEP = ("about", "with_agency", "step", "step_started_on")
"""The fields at which the foot says the step's limit, and the day that gives."""


def any_record_form(
    store: CaseStore,
    clock: Clock,
    limits: Limits,
    case: Case,
    kind: type[Record],
    record: Record | None = None,
    *,
    about: Mapping[str, object] | None = None,
) -> Form:
    """The form for a record of a kind; of an escalation with its limits and ready words, of a concern with what is urgent."""
    if kind is ReviewReflection:
        return _reflection_form(store, clock, case, record)
    form = replace(record_form(store, clock, case, kind, record, about=about), worth_keeping=bool(about))
    if kind is Concern and record is None:
        said = f"{entry_of(Concern, 'text').help} {danger_now(case.info.service)}"
        return replace(form, hint=lambda _texts, path: said if path[-1:] == ("text",) else "", foot=2)
    if kind is not Escalation:
        return form
    place = form.place if record else "Raise a concern"
    hint = _limit_hint(clock.today(), limits)
    return replace(form, place=place, hint=hint, guide=ready_words(case.info.service, limits), foot=FOOT)


def _reflection_form(store: CaseStore, clock: Clock, case: Case, record: Record | None) -> Form:
    """What was written to a review's questions; a new one begins with the review. Raises Wrong."""
    if not isinstance(record, ReviewReflection):
        raise Wrong("A review's questions are asked from the review.", "Learning has them: choose one, then the case.")
    from checklists.journeys.applying import applied_form

    return applied_form(store, clock, case, record)


def _limit_hint(today: date, limits: Limits, step: int = 0) -> Callable[[Texts, Path], str]:
    """The step that is chosen, its limit, and by when that is."""

    def hint(texts: Texts, path: Path) -> str:
        if path[-1:] and path[-1] not in OF_THE_STEP:
            return ""
        try:
            chosen = step or entry_of(Escalation, "step").read(texts.get((HEAD, "step"), ""), today) or 1
            since = entry_of(Escalation, "step_started_on").read(texts.get((HEAD, "step_started_on"), ""), today)
        except Wrong:
            return ""
        return say_limit(int(chosen), since or today, today, limits)

    return hint


def answer_form(store: CaseStore, clock: Clock, limits: Limits, case: Case, one: Escalation) -> Form:
    """What they answered; then whether that settles it, or it is taken to the next step."""
    today = clock.today()
    names = (*ANSWER, *ASKED[SETTLED], *ASKED[NEXT])
    every = blank_is_today(asked_of_case(case, Escalation, today, names, (HEAD,)), "closed_on")
    named = {entry.name: entry for entry in every}
    stands = {"reply": one.reply, "replied_on": one.replied_on, "with_agency": one.with_agency, "result": one.result}
    start = texts_of(every, {(HEAD, name): value for name, value in stands.items()}, today)
    expected = {one.id: one.revision}

    def entries(texts: Texts, _path: Path = ()) -> list[Entry]:
        after = ASKED.get(_chosen(one, texts), ())
        asked = asked_of([named[name] for name in ANSWER], texts, start)
        rest = [replace(named[name], needed=name == "result") for name in after if name != "told_on"]
        told = [named["told_on"]] if "told_on" in after and texts.get((HEAD, "who_was_told")) else []
        return [*asked, _then(one), *rest, *told]

    def save(texts: Texts) -> str:
        way = _chosen(one, texts)
        values = under(values_of(entries(texts), texts, today), HEAD)
        answered = _answered(values, today)
        with placed_in(HEAD):
            if way == NEXT:
                following = {name: values.get(name) for name in ASKED[NEXT]}
                kept = take_on(store, case.id, one, answered, following, today, expected[one.id])
                return f"{say_limit(kept.step, kept.step_started_on, today, limits)} The earlier step stays in view."
            closing = {"result": values.get("result"), "closed_on": values.get("closed_on") or today}
            given = {**answered, **(closing if way == SETTLED else {})}
            use.answer(store, case.id, one.id, given, expected=expected[one.id])
        return "Settled, with what came of it." if way == SETTLED else "Kept. It stays open at this step."

    def hint(texts: Texts, path: Path) -> str:
        return _limit_hint(today, limits, one.step + 1)(texts, path) if _chosen(one, texts) == NEXT else ""

    facts, guide = f"{case.ref}, step {one.step}", ready_words(case.info.service, limits)
    name, place = f"finish:{one.id}", "Their answer"
    return Form(name, case.id, place, facts, entries, start, save, hint, expected, guide, foot=FOOT)


def take_on(
    store: CaseStore,
    case_id: str,
    one: Escalation,
    answered: Mapping[str, object],
    following: Mapping[str, object],
    today: date,
    expected: int | None = None,
) -> Escalation:
    """The next step; a day that is left blank is today. Raises Wrong, UnknownRecord, Conflict."""
    told = following.get("told_on") or (today if following.get("who_was_told") else None)
    values = {**following, "step_started_on": following.get("step_started_on") or today, "told_on": told}
    return use.next_step(store, case_id, one.id, answered, values, expected=expected)


def _answered(values: Mapping[str, object], today: date) -> dict[str, object]:
    """The answer with its day, today where that is blank."""
    reply = values.get("reply")
    return {"reply": reply, "replied_on": (values.get("replied_on") or today) if reply else None}


def _then(one: Escalation) -> Entry:
    """What happens next; after the last step there is no further one."""
    words = {SETTLED: "settled", NEXT: f"step {one.step + 1}", WAITING: "wait on"}
    ways = [way for way in (SETTLED, NEXT, WAITING) if way != NEXT or one.step < LAST]
    choices = tuple(Choice(letter, way, words[way]) for letter, way in zip("123", ways, strict=False))
    asks = "Does that settle it? If not, take it to the next step, or wait until this one's day."
    return replace(
        entry_of(Escalation, "who_was_told"),
        path=THEN,
        label="Then",
        help=asks if one.step < LAST else "Does that settle it? Step 3 is the last of the agreed steps.",
        kind="choice",
        choices=choices,
        needed=True,
    )


def _chosen(one: Escalation, texts: Texts) -> str:
    """The way on that is chosen so far; blank for none."""
    typed = texts.get(THEN, "")
    if not typed.strip():
        return ""
    try:
        return str(_then(one).chosen(typed).value)
    except Wrong:
        return ""
