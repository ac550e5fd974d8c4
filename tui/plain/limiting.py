"""Limits in plain lines: heard, changed with a reason, and one's own taken out again."""

from typing import TYPE_CHECKING

from checklists.wrong import Wrong
from tui.form_names import form_named
from tui.plain.desk import Desk
from tui.plain.named import spot_of

if TYPE_CHECKING:
    from checklists.my_limits import AnySetting


def setting_of(desk: Desk, number: str) -> "AnySetting":
    """The limit of the row with that number. Raises Wrong."""
    spot = spot_of(desk, number)
    return desk.house.rulebook().any_setting(spot.record_id, desk.today)


def change(desk: Desk, number: str) -> None:
    """Another value for a limit, with a reason; or a choice, where what lies beneath one's own has changed."""
    setting = setting_of(desk, number)
    if setting.changed_beneath:
        _choose(desk, setting)
    else:
        desk.fill(form_named(desk.house, "", f"limit:{setting.id}"))


def _choose(desk: Desk, setting: "AnySetting") -> None:
    from checklists.my_limits import keep_over, take_out

    mine = desk.house.rulebook().mine
    beneath = f"{setting.said_beneath}, {setting.beneath.source}"
    if desk.lines.choose("Which one", (f"keep mine, {setting.said}", f"take the other, {beneath}")) == 0:
        desk.house.keep_limits(keep_over(mine, setting))
        desk.lines.say("Yours is kept.")
    else:
        desk.house.keep_limits(take_out(mine, setting.id))
        desk.lines.say("Yours is taken out.")


def take_mine_out(desk: Desk, number: str) -> None:
    """One's own value goes, after the whole word; what lies beneath is in force again. Raises Wrong."""
    from checklists.my_limits import take_out

    setting = setting_of(desk, number)
    name = setting.name
    if setting.mine is None:
        raise Wrong("That limit is not one that you changed.", "Only your own can be taken out.")
    question = f"{name}: yours is {setting.said}, then it is {setting.said_beneath} again."
    if not desk.lines.confirm(question, "drop"):
        desk.lines.say("Nothing changed.")
        return
    desk.house.keep_limits(take_out(desk.house.rulebook().mine, setting.id))
    desk.lines.say(f"{name}: the limit beneath is in force again.")
