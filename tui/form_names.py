"""Forms by the name of their draft, so that a draft leads back to the form it was typed in."""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, TypeVar

from checklists.wrong import Wrong
from store.case import OWN
from tui.composition import House
from tui.own_form_names import own_form

if TYPE_CHECKING:
    from checklists.journeys.answering import Act
    from checklists.journeys.form import Form
    from store.case import Case
    from store.records import Record

R = TypeVar("R", bound="Record")
TO_ANOTHER = "move to "
"""Begins the name of the form that moves a record to another case, before the id of that case."""
MAKE = "make "
"""Begins the name of the form that makes something of a thought, before the kind that is made."""


def form_named(house: House, case_id: str, name: str) -> "Form":
    """The form of that name on that case: `visit`, `question:Q4`, `move:01J…`. Raises Wrong, StoreTrouble."""
    from checklists.journeys.cases import new_case_form

    if name == "case":
        return new_case_form(house.store, house.clock)
    if name == "hour":
        return _hour(house)
    kind, _, about = name.partition(":")
    if kind == "limit":
        return _limit(house, about)
    if kind == "away":
        return _away(house, about)
    if case_id == OWN and (own := own_form(house, kind, about)):
        return own
    case = house.store.case(case_id)
    if kind.startswith(MAKE):
        return _becoming(house, case, about, kind.removeprefix(MAKE))
    if kind.startswith(TO_ANOTHER):
        return _to_another(house, case, about, kind.removeprefix(TO_ANOTHER))
    made = _ON_A_CASE.get(kind) or (_plain_record(kind) if kind in _listed() else None)
    if made is None:
        raise Wrong("That draft is of a form that is not known here.", "The screens may know it.")
    return made(house, case, about)


def form_of(house: House, case: "Case", act: "Act") -> "Form":
    """The form that a prompt leads to, with what is known of something new filled in. Raises Wrong, StoreTrouble."""
    from checklists.journeys.actions import action_form
    from checklists.journeys.escalating import any_record_form
    from store.records import BY_KIND, Action

    if not act.about:
        return form_named(house, case.id, act.form)
    if act.form == Action.kind:
        return action_form(house.store, house.clock, case, about=dict(act.about))
    return any_record_form(house.store, house.clock, house.limits(), case, BY_KIND[act.form], about=act.about)


def form_of_new(house: House, case: "Case", kind: "type[Record]", about: "Mapping[str, object]") -> "Form":
    """The form of something new, with what is known of it filled in."""
    from checklists.journeys.escalating import any_record_form

    return any_record_form(house.store, house.clock, house.limits(), case, kind, about=about)


def _hour(house: House) -> "Form":
    from checklists.journeys.hour import hour_form
    from checklists.use_cases.gathering import supervisions

    return hour_form(house.store, house.clock, supervisions(house.store))


def _listed() -> "Collection[str]":
    """The kinds whose form is a list of plain fields, because they stand in a list of evidence."""
    from checklists.pages.registers import NAMED

    return NAMED


def _limit(house: House, about: str) -> "Form":
    from checklists.journeys.limits import limits_form

    book = house.rulebook()
    return limits_form(house.clock, book.any_setting(about, house.clock.today()), book.mine, house.keep_limits)


def _away(house: House, about: str) -> "Form":
    from checklists.journeys.away import away_form
    from checklists.use_cases.away import find_away

    return away_form(house.store, house.clock, find_away(house.store, about) if about else None)


def _to_another(house: House, case: "Case", about: str, target_id: str) -> "Form":
    from checklists.journeys.moving import move_to_form
    from checklists.use_cases.records import the_record
    from store.records import Record

    record = the_record(case, about, Record)
    return move_to_form(house.store, house.clock, case, record, house.store.case(target_id))


def _becoming(house: House, case: "Case", about: str, kind: str) -> "Form":
    from checklists.journeys.becoming import becoming_form
    from checklists.use_cases.records import the_record
    from store.records import BY_KIND, LookingAhead

    thought = the_record(case, about, LookingAhead)
    return becoming_form(house.store, house.clock, house.limits(), case, thought, BY_KIND[kind])


def _around(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.looking_around import around_form
    from checklists.use_cases.records import the_record
    from store.records import Record

    return around_form(house.store, house.clock, case, the_record(case, about, Record))


def _ahead(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.looking_ahead import ahead_form

    return ahead_form(house.store, house.clock, house.limits(), case, about)


def _visit(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.visit import visit_form
    from store.records import Visit

    return visit_form(house.store, house.clock, house.limits(), case, _record(case, about, Visit))


def _question(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.reflect import reflect_form
    from checklists.pages.evidence import evidence

    _, ids = evidence(case, about, house.clock.today())
    return reflect_form(house.store, house.clock, case, about, ids)


def _action(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.actions import action_form
    from store.records import Action

    return action_form(house.store, house.clock, case, _record(case, about, Action))


def _on_action(verb: str) -> "Callable[[House, Case, str], Form]":
    def made(house: House, case: "Case", about: str) -> "Form":
        from checklists.journeys import actions
        from checklists.journeys.closing import closing_form
        from checklists.journeys.escalating import answer_form
        from checklists.use_cases.records import the_record
        from store.records import Action, Escalation, Record

        record = the_record(case, about, Record)
        if verb == "finish" and isinstance(record, Escalation):
            return answer_form(house.store, house.clock, house.limits(), case, record)
        if verb == "finish" and not isinstance(record, Action):
            return closing_form(house.store, house.clock, case, record)
        forms = {"finish": actions.finish_form, "move": actions.move_form, "drop": actions.drop_form}
        return forms[verb](house.store, house.clock, case, the_record(case, about, Action))

    return made


def _child(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.cases import child_form
    from store.records import Child

    return child_form(house.store, house.clock, case, _record(case, about, Child))


def _edit_case(house: House, case: "Case", _about: str) -> "Form":
    from checklists.journeys.cases import edit_case_form

    return edit_case_form(house.store, house.clock, case)


def _close(house: House, case: "Case", _about: str) -> "Form":
    from checklists.journeys.cases import close_form

    return close_form(house.store, house.clock, house.limits(), case)


def _about_keeping(verb: str) -> "Callable[[House, Case, str], Form]":
    def made(house: House, case: "Case", _about: str) -> "Form":
        from checklists.journeys import holding

        forms = {
            holding.HOLD: holding.hold_form,
            holding.LIFT: holding.lift_form,
            holding.KEEP: holding.keep_form,
            holding.PURGE: holding.purge_form,
        }
        return forms[verb](house.store, house.clock, case)

    return made


def _plain_record(kind: str) -> "Callable[[House, Case, str], Form]":
    def made(house: House, case: "Case", about: str) -> "Form":
        from checklists.journeys.escalating import any_record_form
        from store.records import BY_KIND

        held = _record(case, about, BY_KIND[kind])
        return any_record_form(house.store, house.clock, house.limits(), case, BY_KIND[kind], held)

    return made


def _apply(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.applying import apply_form
    from checklists.learning.own_reviews import all_reviews
    from checklists.learning.reviews import find_review

    return apply_form(house.store, house.clock, case, find_review(all_reviews(house.store), about))


def _begin_review(house: House, case: "Case", _about: str) -> "Form":
    from checklists.journeys.reviewing import begin_form

    return begin_form(house.store, house.clock, case)


def _then(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.reviewing import note_form

    return note_form(house.store, house.clock, case, about.split())


def _wonder(house: House, case: "Case", _about: str) -> "Form":
    from checklists.journeys.registers import wonder_form

    return wonder_form(house.store, house.clock, case)


def _withdraw(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.registers import withdraw_form
    from checklists.use_cases.records import the_record
    from store.records import Record

    return withdraw_form(house.store, house.clock, case, the_record(case, about, Record))


def _wanted(house: House, case: "Case", _about: str) -> "Form":
    from checklists.journeys.supervision import wanted_form

    return wanted_form(house.store, house.clock, case)


def _set_aside(house: House, case: "Case", about: str) -> "Form":
    from checklists.journeys.setting_aside import set_aside_form
    from checklists.use_cases.setting_aside import prompt_on

    signal, _, thing = about.partition(":")
    limits = house.limits()
    prompt = prompt_on(case, signal, thing, house.clock.today(), limits)
    return set_aside_form(house.store, house.clock, limits, case, prompt)


def _record(case: "Case", named: str, kind: type[R]) -> R | None:
    """The record that a form changes; None for a new one. Raises UnknownRecord."""
    from checklists.use_cases.records import the_record

    return the_record(case, named, kind) if named else None


_ON_A_CASE: "dict[str, Callable[[House, Case, str], Form]]" = {
    "visit": _visit,
    "question": _question,
    "looking ahead": _ahead,
    "around": _around,
    "action": _action,
    "finish": _on_action("finish"),
    "move": _on_action("move"),
    "drop": _on_action("drop"),
    "child": _child,
    "edit case": _edit_case,
    "close": _close,
    "hold": _about_keeping("hold"),
    "lift hold": _about_keeping("lift hold"),
    "keep": _about_keeping("keep"),
    "purge": _about_keeping("purge"),
    "person": _plain_record("person"),
    "hypothesis": _plain_record("hypothesis"),
    "wonder": _wonder,
    "begin review": _begin_review,
    "then": _then,
    "apply": _apply,
    "own_review": _plain_record("own_review"),
    "withdraw": _withdraw,
    "set aside": _set_aside,
    "wanted": _wanted,
}
"""Each form on a case, by the part of its name before the colon."""
