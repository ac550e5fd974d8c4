"""Drafts that wait: one line for the foot of Today, a row each in their list, and one as a page to read."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.by_key import Name, by_key, filled
from checklists.pages.blocks import Column, Facts, Item, Page, Paragraph, Table
from checklists.use_cases.drafts import Draft, said_at
from store.case import OWN, OWN_REF
from store.text import masked_text, one_line

if TYPE_CHECKING:
    from checklists.entry import Entry
    from checklists.journeys.form import Form
    from store.summary import CaseSummary

COLUMNS = (Column("Case", 3, 3), Column("Form", 11, 11), Column("Kept", 58, 42))
GONE = "case is not here"
HOW = f"Menu: drafts. {by_key('back', 'hides this.')}"
Path = tuple[str, ...]
Refs = Mapping[str, str]
"""References of cases by their ids."""


def refs_of(rows: "Sequence[CaseSummary]") -> Refs:
    """The references that drafts are named by."""
    return {OWN: OWN_REF, **{row.id: row.ref for row in rows}}


def where(draft: Draft, refs: Refs) -> str:
    """`F-102, Log a visit`; of a case that is not among the files any more, that."""
    ref = refs.get(draft.key.case_id, GONE) if draft.key.case_id else ""
    return ", ".join(filter(None, (ref, titled(draft))))


def titled(draft: Draft) -> str:
    """What its form is called; of a draft that was kept without it, what its name tells."""
    kind, _, about = draft.key.form.partition(":")
    return draft.title or f"{kind.capitalize()} {about.removeprefix('Q') if kind == 'question' else ''}".strip()


def say_waiting(drafts: Sequence[Draft], refs: Refs, today: date, room: int, name: Name) -> str:
    """`1 draft waits: F-102, Log a visit, 22:57.`, and how to come to it where there is room; blank without one."""
    if not drafts:
        return ""
    newest = drafts[-1]
    count = "1 draft waits" if len(drafts) == 1 else f"{len(drafts)} drafts wait, the last"
    when = said_at(newest.at, today)
    said = f"{count}: {where(newest, refs)}, {when}."
    briefer = f"{count}: {where(newest, refs).partition(',')[0]}, {when}."
    how = filled(HOW, name)
    for text in (f"{said} {how}", said, f"{briefer} {how}", briefer):
        if len(text) <= room:
            return text
    return count


def drafts_page(drafts: Sequence[Draft], refs: Refs, today: date, *, masked: bool = False) -> Page:
    """A row a draft, the newest first; the foot says how it begins. Its key is its place in `drafts`."""
    items = tuple(
        Item(
            (
                refs.get(draft.key.case_id, GONE) if draft.key.case_id else "no case",
                titled(draft),
                said_at(draft.at, today),
            ),
            key=place,
            why=_words(draft, masked=masked),
        )
        for place, draft in sorted(enumerate(drafts), key=lambda one: one[1].at, reverse=True)
    )
    facts = f"{len(drafts)} not saved"
    return Page("Drafts", facts, (Table(COLUMNS, items, empty="No draft waits."),), "", facts)


def draft_page(draft: Draft, refs: Refs, today: date, form: "Form | None", *, masked: bool = False) -> Page:
    """All that a draft says, under the names of its form's fields where there is one."""
    named = named_texts(draft, form, masked=masked)
    about = Paragraph("Not saved. It counts for nothing until it is.", dim=True)
    return Page("A draft", f"{where(draft, refs)}, {said_at(draft.at, today)}", (about, Facts(tuple(named))))


def named_texts(draft: Draft, form: "Form | None", *, masked: bool = False) -> list[tuple[str, str]]:
    """Each text of a draft that holds something, with the name of its field; behind the mask neither names anyone."""
    texts = {tuple(name.split(".")): text for name, text in draft.texts.items()}
    asked = _asked(form, texts) if form else {}
    return [_named(path, text, asked.get(path), masked=masked) for path, text in texts.items() if text.strip()]


def _named(path: Path, text: str, entry: "Entry | None", *, masked: bool) -> tuple[str, str]:
    if entry is None:
        return path[-1].replace("_", " "), masked_text(text) if masked else text
    group = entry.group_behind_mask if masked else entry.group
    return f"{entry.label}, {group}" if group else entry.label, entry.behind_mask(text) if masked else text


def _asked(form: "Form", texts: Mapping[Path, str]) -> "dict[Path, Entry]":
    """All fields, also those that are asked only while one stands there."""
    found: dict[Path, Entry] = {}
    for path in texts:
        if path not in found:
            found |= {entry.path: entry for entry in form.entries(texts, path)}
    return found


def _words(draft: Draft, *, masked: bool) -> str:
    said = " / ".join(one_line(text).strip() for text in draft.texts.values() if text.strip())
    return masked_text(said) if masked else said
