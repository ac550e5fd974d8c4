"""Import in lines: the file, which worker one is, the preview, and nothing written before the whole word."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checklists.dates import read_day
from checklists.wrong import Wrong
from tui.plain.desk import Desk
from tui.plain.outlet import header, sentences

if TYPE_CHECKING:
    from checklists.imported import Preview

PUT_HELP = "The child's id, then = and a case of yours, as in 9212044=F-102. Enter: no child is put with another case."


def import_file(desk: Desk, named: str) -> None:
    """Preview one's own rows of an Annex A workbook, then bring them in."""
    from checklists.use_cases import import_list as use

    lines = desk.lines
    path = named or lines.line("Path of the workbook: ", "Where the file is, such as ~/lists/annex-a.xlsx.")
    if not path:
        lines.say("Nothing changed.")
        return
    workbook = use.read_file(Path(path).expanduser())
    names = use.names_in(workbook)
    lines.say("Which of these are you, as it stands in the file?")
    worker = names[lines.choose("Worker", names)]
    day = None if workbook.as_at else _file_day(desk)
    preview = use.preview(desk.house.store, workbook, worker, as_at=day, today=desk.today)
    _say_preview(desk, preview)
    put_with = _put_with(desk, preview)
    if not lines.confirm("Nothing is written yet.", "import"):
        lines.say("Nothing was written.")
        return
    done = use.bring_in(desk.house.store, desk.house.clock, preview, put_with=put_with)
    lines.say(f"Brought in: {done.new} new, {done.changed} changed, {done.same} the same, {done.odd} to look at.")


def _file_day(desk: Desk) -> date:
    """The day that the file was made, where it does not say."""
    while True:
        typed = desk.lines.line("The day the file was made: ", "The file does not say it. Such as 16/11/2026.")
        try:
            return read_day(typed, desk.today, "event")
        except Wrong as wrong:
            desk.lines.trouble(wrong)


def _say_preview(desk: Desk, preview: "Preview") -> None:
    from checklists.pages.import_preview import import_preview

    page = import_preview(preview, desk.today)
    desk.lines.say(header(page))
    said = [" ".join([one.text, *(one.item.why.split() if one.item else ())]) for one in sentences(page, "Child")]
    desk.lines.page_through([*said, page.foot])


def _put_with(desk: Desk, preview: "Preview") -> dict[str, str]:
    """New children who belong with a case that is there, by own id."""
    new = [line.child.own_id for line in preview.lines if line.status == "new" or line.ref_taken]
    found: dict[str, str] = {}
    while new:
        typed = desk.lines.line("Put a new child with a case of yours, as id=case, or Enter to go on: ", PUT_HELP)
        if not typed:
            break
        own_id, equals, case = (part.strip() for part in typed.partition("="))
        if own_id in new and equals and case:
            found[own_id] = case
            desk.lines.say("Noted.")
        else:
            desk.lines.trouble("Put with: that names no new child and case. Type it as in 9212044=F-102.")
    return found
