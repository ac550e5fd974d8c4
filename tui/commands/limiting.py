"""Limits on the command line: list them, change one with a reason, take one's own out."""

import click

from checklists.journeys.limits import limit_form
from checklists.my_limits import take_out
from checklists.pages.limits import limits_page
from checklists.wrong import Wrong
from tui.commands.printing import as_json, say, write_json, write_page
from tui.commands.session import Session, handed


@click.command()
@as_json
@handed
def listing(session: Session, *, json_: bool) -> None:
    """By kind: law, guidance, local practice and our own defaults."""
    book = session.house.rulebook()
    if book.trouble:
        raise Wrong(book.trouble)
    found = book.settings(session.today)
    if json_:
        write_json(
            [
                {
                    "id": one.limit.id,
                    "name": one.limit.name,
                    "value": one.limit.value,
                    "strong": one.limit.strong,
                    "unit": one.limit.unit,
                    "kind": one.limit.kind,
                    "source": one.limit.source,
                    "set_by": one.who,
                    "beneath": one.beneath.value,
                    "enabled": one.limit.enabled,
                }
                for one in found
            ]
        )
        return
    write_page(session.house, limits_page(found, list(book.in_force.counts.values()), session.today), explain=True)


@click.command()
@click.argument("limit")
@click.argument("value")
@click.option("--strong", metavar="NUMBER", help="From when it is well past.")
@click.option("--reason", required=True, metavar="TEXT", help="Why it is another here.")
@handed
def change(session: Session, limit: str, value: str, strong: str | None, reason: str) -> None:
    """LIMIT is its id, as `limits list --json` gives it. A limit of law can be made shorter, never longer."""
    house = session.house
    book = house.rulebook()
    form = limit_form(house.clock, book.setting(limit, session.today), book.mine, house.keep_limits)
    texts = {**form.start, ("limit", "value"): value, ("limit", "reason"): session.text_or_input(reason)}
    say(form.save(texts if strong is None else {**texts, ("limit", "strong"): strong}))


@click.command()
@click.argument("limit")
@handed
def reset(session: Session, limit: str) -> None:
    """What lies beneath, the council's or the built-in one, is in force again."""
    house = session.house
    setting = house.rulebook().setting(limit, session.today)
    if setting.mine is None:
        raise Wrong("You have not changed that limit.", "There is nothing to take out.")
    house.keep_limits(take_out(house.rulebook().mine, limit))
    say(f"{setting.limit.name}: {setting.beneath.said} again.")
