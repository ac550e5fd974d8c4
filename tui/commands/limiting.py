"""Limits on the command line: list them, change one with a reason, take one's own out."""

import click

from checklists.journeys.limits import limits_form
from checklists.my_counts import CountSetting, main_of, numbers_of
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
            + [
                {"id": one.id, "name": one.name, **numbers_of(one.count), "kind": "count", "source": one.count.source}
                | {"set_by": one.who, "beneath": numbers_of(one.beneath), "enabled": one.count.enabled}
                for one in book.counts(session.today)
            ]
        )
        return
    write_page(session.house, limits_page(found, book.counts(session.today), session.today), explain=True)


@click.command()
@click.argument("limit")
@click.argument("value")
@click.option("--strong", metavar="NUMBER", help="From when it is well past; of a count, at how many it is repeated.")
@click.option("--at-least", metavar="NUMBER", help="Of a count: fewer are too few to look.")
@click.option("--of-last", metavar="NUMBER", help="Of a count: only the last so many are looked at.")
@click.option("--reason", required=True, metavar="TEXT", help="Why it is another here.")
@handed
def change(session: Session, limit: str, value: str, reason: str, **more: str | None) -> None:
    """LIMIT is its id. VALUE of a count is where it is noticed, a share in per cent. Law is made shorter, never longer."""
    house = session.house
    book = house.rulebook()
    setting = book.any_setting(limit, session.today)
    form = limits_form(house.clock, setting, book.mine, house.keep_limits)
    head, main = ("count", main_of(setting.beneath)) if isinstance(setting, CountSetting) else ("limit", "value")
    given: dict[tuple[str, ...], str] = {(head, name): text for name, text in more.items() if text is not None}
    unknown = [name for *_, name in given if (head, name) not in form.start]
    if unknown:
        raise Wrong(f"--{unknown[0].replace('_', '-')} is not a number that it has.", "`limits list` shows each.")
    say(form.save({**form.start, (head, main): value, **given, (head, "reason"): session.text_or_input(reason)}))


@click.command()
@click.argument("limit")
@handed
def reset(session: Session, limit: str) -> None:
    """What lies beneath, the council's or the built-in one, is in force again."""
    house = session.house
    setting = house.rulebook().any_setting(limit, session.today)
    if setting.mine is None:
        raise Wrong("You have not changed that limit.", "There is nothing to take out.")
    house.keep_limits(take_out(house.rulebook().mine, limit))
    say(f"{setting.name}: {setting.said_beneath} again.")
