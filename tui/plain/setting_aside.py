"""Set a prompt aside in plain lines, and take that back."""

from checklists.wrong import Wrong
from tui.form_names import form_named
from tui.plain.desk import Desk
from tui.plain.named import spot_of


def aside(desk: Desk, number: str) -> None:
    """Of a row that is set aside: ask it again. Of any other with a prompt: until when, and why. Raises Wrong."""
    if not number:
        raise Wrong("Which prompt?", "Give its number in the list, as in aside 2.")
    spot = spot_of(desk, number)
    if spot.what == "set aside":
        _ask_again(desk, spot.case_id, spot.record_id)
    elif spot.signal:
        desk.fill(form_named(desk.house, spot.case_id, f"set aside:{spot.signal}:{spot.about}"))
    else:
        raise Wrong("There is no prompt on that row.", "Type prompts on a case for the list of them.")


def _ask_again(desk: Desk, case_id: str, record_id: str) -> None:
    from checklists.use_cases.setting_aside import take_back

    if not desk.lines.confirm("It is asked again from now on.", "ask"):
        desk.lines.say("Nothing changed.")
        return
    take_back(desk.house.store, case_id, record_id)
    desk.lines.say("It is asked again.")
