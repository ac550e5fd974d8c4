"""The supervision pack: the sections that were ticked, of one case or of many, and what was left out."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from checklists.dates import say_day
from checklists.pages.blocks import Block, Column, Facts, Heading, Item, Page, Paragraph, Table
from checklists.pages.learning.brought import entries_blocks
from checklists.pages.paper_about import About, Part, elsewhere
from checklists.pages.paper_parts import PACK_PARTS
from checklists.paper_sections import Section, papers

NOT_THE_RECORD = "A reflection aid, not the record."


def all_sections() -> tuple[Section, ...]:
    """The one list, in its order."""
    return papers().pack


def ticked_at_first() -> frozenset[str]:
    """What is in unless a person takes it out: everything but private notes."""
    return frozenset(section.id for section in all_sections() if section.ticked)


def part_of(about: About, section_id: str, ticked: Collection[str] = ()) -> Part:
    """A section of one case, filled in; with `ticked` what stands in a section that is not in is told in no other."""
    return PACK_PARTS[section_id](replace(about, ticked=frozenset(ticked)) if ticked else about)


def section_page(cases: Sequence[About], section_id: str, ticked: Collection[str], today: date) -> Page:
    """One section to be read, as it stands in the pack of those that are ticked."""
    return pack_page([replace(about, ticked=frozenset(ticked)) for about in cases], {section_id}, today)


def pack_page(cases: Sequence[About], ticked: Collection[str], today: date, not_in_it: Sequence[str] = ()) -> Page:
    """The pack. Each section stands in the order of the one list; one with nothing in it says so.

    `not_in_it` are the references of cases that could not be read, or were not read to the end.
    """
    if len(cases) == 1:
        cases = [with_shared(cases[0])]
    blocks: list[Block] = [Facts(_about_it(cases, ticked, today, not_in_it))]
    if len(cases) > 1:
        rows = tuple(Item((about.case.ref, about.looked.since.said)) for about in cases)
        blocks.append(Table((Column("Case", 3, 3), Column("Looks back", 16, 16)), rows, "Cases"))
        if "learning" in ticked and cases[0].shared:
            blocks += [Heading(_titled("learning")), *entries_blocks(cases[0].shared, today)]
    for about in cases:
        if len(cases) > 1:
            blocks.append(Heading(about.case.ref, ((16, about.looked.since.said),), part=True))
        for section in all_sections():
            if section.id in ticked:
                part = part_of(about, section.id, about.ticked or ticked)
                blocks += [Heading(section.titled(about.case.info.service)), *part.blocks]
    named = cases[0].case.ref if len(cases) == 1 else f"{len(cases)} cases"
    foot = NOT_THE_RECORD if "private" in ticked else f"{NOT_THE_RECORD} {papers().private}"
    facts, ids = f"{named}, {say_day(today, today)} {today.year}", tuple(about.case.id for about in cases)
    return Page(papers().pack_title, facts, tuple(blocks), foot, named, cases=ids)


def with_shared(about: About) -> About:
    """The one case of a pack, with what I want to bring that names no case."""
    return replace(about, brought=(*about.brought, *about.shared), shared=())


def _titled(section_id: str) -> str:
    return next(section.title for section in all_sections() if section.id == section_id)


def _about_it(
    cases: Sequence[About], ticked: Collection[str], today: date, not_in_it: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    since = [("Looks back", cases[0].looked.since.said), *elsewhere(cases[0].case, today)] if len(cases) == 1 else []
    return (("Made", f"{say_day(today, today)} {today.year}"), *since, ("Left out", left_out(ticked, not_in_it)))


def left_out(ticked: Collection[str], not_in_it: Sequence[str] = ()) -> str:
    """The titles of the sections that are not in, and the cases; names are never in."""
    titles = [section.title for section in all_sections() if section.id not in ticked]
    cases = [f"the cases that were not read: {', '.join(not_in_it)}"] if not_in_it else []
    return ", ".join([*titles, "full names", *cases])


def none_open() -> Page:
    """Where there is no case to make a pack of."""
    return Page(papers().pack_title, "no open cases", (Paragraph("There is no open case."),), "")
