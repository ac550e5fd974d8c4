"""Commands that act on a row: finish it, do what a prompt asks for, give it another date, let it go."""

from typing import TYPE_CHECKING

from checklists.pages.spot import Spot
from checklists.wrong import Wrong
from tui.form_names import form_named, form_of
from tui.plain import embedding, learning, limiting, reflecting
from tui.plain.desk import Desk
from tui.plain.named import days_of, spot_of, the_action, the_record_meant
from tui.plain.writing import AWAY

if TYPE_CHECKING:
    from store.case import Case
    from store.records import Record


def done(desk: Desk, named: str) -> None:
    """Finish an action, with what is different; or answer, check or follow up a row; of a prompt, do what it asks for."""
    from checklists.journeys.closing import CLOSINGS

    if not named and not desk.place.record_id:
        _on_action(desk, named, "finish")
        return
    if named.isdecimal() and (spot := spot_of(desk, named)).signal and spot.what == "question":
        _answer_prompt(desk, spot)
        return
    if named.isdecimal() and (spot := spot_of(desk, named)).what == "answer":
        learning.make_of_answer(desk, spot)
        return
    case, record = the_record_meant(desk, named)
    if record.kind == "looking_ahead":
        make_of_it(desk, case, record)
        return
    if record.kind == "learning_entry":
        embedding.piece_from(desk, case, record)
        return
    if record.kind == "outcome":
        raise Wrong("An outcome is read, not finished.", "Type new outcome-reading.")
    if record.kind not in ("action", "escalation") and type(record) not in CLOSINGS:
        raise Wrong("That is not something to finish.", "Type edit and its number to change it.")
    _finish(desk, case.id, record.id)


def _answer_prompt(desk: Desk, spot: Spot) -> None:
    """Open the form that a prompt leads to."""
    from checklists.journeys.answering import act_of
    from checklists.journeys.looking_ahead import NAME
    from checklists.use_cases.setting_aside import prompt_on
    from store.records import Action

    case = desk.case(spot.case_id)
    act = act_of(case, prompt_on(case, spot.signal, spot.about, desk.today, desk.house.limits()))
    if act.question:
        reflecting.question(desk, f"{act.question[1:]} {case.ref}")
    elif act.form.startswith(NAME):
        reflecting.ahead(desk, case.ref)
    elif isinstance(case.find(spot.about), Action):
        _finish(desk, case.id, spot.about)
    else:
        desk.fill(form_of(desk.house, case, act))


def make_of_it(desk: Desk, case: "Case", thought: "Record") -> None:
    """Choose what a thought becomes: an I wonder, an unknown, a request or an action, with its words in the form."""
    from checklists.journeys.becoming import BECOMES, NAME

    kinds = list(BECOMES)
    chosen = kinds[desk.lines.choose("What does it become", [one.words for one in BECOMES.values()])]
    desk.fill(form_named(desk.house, case.id, f"{NAME}{chosen.kind}:{thought.id}"))


def _finish(desk: Desk, case_id: str, record_id: str) -> None:
    """Finish it; after an A1, A6 or A7 action offer the record that it leads to, which needs the whole word."""
    from checklists.journeys.actions import FOLLOWING, following_known
    from checklists.journeys.escalating import any_record_form
    from store.records import BY_KIND, Action

    if desk.fill(form_named(desk.house, case_id, f"finish:{record_id}")) != "saved":
        return
    case, house = desk.case(case_id), desk.house
    action = case.find(record_id)
    following = FOLLOWING.get(action.type) if isinstance(action, Action) else None
    if following is None or not isinstance(action, Action):
        return
    if desk.lines.confirm(f"{following.question} {following.sentence}", "write"):
        known, kind = following_known(action), BY_KIND[following.kind]
        desk.fill(any_record_form(house.store, house.clock, house.limits(), case, kind, about=known))


def move(desk: Desk, named: str) -> None:
    """Give an action another date, and say why."""
    _on_action(desk, named, "move")


def drop(desk: Desk, named: str) -> None:
    """Let an action go, and say why. At the limits: take one's own out. At days away: take them out."""
    if desk.place.makes == "limit":
        limiting.take_mine_out(desk, named)
        return
    if desk.place.makes == AWAY:
        _drop_away(desk, days_of(desk, named))
        return
    _on_action(desk, named, "drop")


def _drop_away(desk: Desk, away_id: str) -> None:
    """Take days away out, after the whole word."""
    from checklists.use_cases.away import drop_away

    if not desk.lines.confirm("These days are taken out.", "drop"):
        desk.lines.say("Nothing changed.")
        return
    drop_away(desk.house.store, away_id)
    desk.lines.say("Taken out.")


def _on_action(desk: Desk, named: str, verb: str) -> None:
    case, action = the_action(desk, named)
    if verb == "finish":
        _finish(desk, case.id, action.id)
    else:
        desk.fill(form_named(desk.house, case.id, f"{verb}:{action.id}"))
