"""The supervision pack: what is in it, the section under the cursor below, and one key that writes the file."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from checklists.dates import say_day
from checklists.pages.blocks import Block, Column, Heading, Item, Page, Paragraph, Table
from checklists.pages.pack import all_sections, none_open, pack_page, part_of, section_page, ticked_at_first
from checklists.pages.paper_about import About, Part
from checklists.pages.spot import Spot
from checklists.paper_sections import Section, papers
from tui.keys import Context
from tui.outlets.rows import Row
from tui.screens.base import Commands, spot_of
from tui.screens.paper import PaperScreen, to_read
from tui.screens.reading import ReadScreen
from tui.widgets.line_list import LineList

CELLS = 20
"""Cells of the bar that says how far it is."""
ONLY_ON_A_CASE = "That stands with each case: open a case, and press p."


class PackScreen(PaperScreen):
    """Choose the sections, read them, write the file; of one case, or of the whole caseload."""

    footer = "pack"
    about = "pack"
    what = "pack"
    contexts: ClassVar[tuple[Context, ...]] = ("paper", "move")
    footer_words: ClassVar = {"open": "read"}

    def __init__(self, case_id: str = "") -> None:
        super().__init__(case_id)
        self.ticked = set(ticked_at_first())
        self.section = all_sections()[0].id
        """The section under the cursor."""
        self.abouts: list[About] = []
        """The cases, as far as they are read."""
        self._parts: dict[str, Part] = {}
        """The sections of the one case, filled in once for as long as nothing is saved or ticked."""
        self._read_at = ("", False)
        self._unread: list[str] = []
        """The references of cases that are not in it: they cannot be read, or it was stopped before."""
        self._reading_all = False
        self._stopped = False

    # What it is made from

    def cases(self) -> Sequence[About]:
        """The case as it stands; of all cases those that are read."""
        from checklists.use_cases.gathering import gather

        if self.case_id:
            mark = (self.mark(), self.is_masked)
            if not self.abouts or self._read_at != mark:
                self.abouts = [gather(self.reading, self.case_id, self.today(), self.house.limits())]
                self._read_at = mark
                self._parts.clear()
        return self.abouts

    def on_mount(self) -> None:
        """All cases are read one at a time, so that it can be stopped."""
        self._begin_reading()

    def masked_changed(self) -> None:
        """What was read is read anew, behind the mask or without it."""
        self._begin_reading()
        super().masked_changed()

    def _begin_reading(self) -> None:
        if not self.case_id:
            self.run_worker(self._read_all(), exclusive=True)

    async def _read_all(self) -> None:
        """Case by case; after a second it is said how far it is, and Esc stops it."""
        from checklists.use_cases.gathering import gather_all, open_cases, unread_cases

        self.abouts, self._reading_all, self._stopped = [], True, False
        with self.telling():
            rows = open_cases(self.reading)
            self._unread = unread_cases(self.reading)
            said_at = time.monotonic()
            for about in gather_all(self.reading, rows, self.today(), self.house.limits()):
                self.abouts.append(about)
                if time.monotonic() - said_at > 1:
                    said_at = time.monotonic()
                    self.say(reading_line(len(self.abouts), len(rows)))
                await asyncio.sleep(0)
                if self._stopped:
                    break
            self._unread += [row.ref for row in rows[len(self.abouts) :]]
            if self._stopped:
                self.notice(f"Stopped. {len(self.abouts)} of {len(rows)} cases are in this pack.")
        self._reading_all = False
        self.renew()

    def action_write(self) -> None:
        """Not before all cases are read."""
        if self._reading_all:
            self.notice("The cases are still being read. Esc stops that.")
        else:
            super().action_write()

    def action_back(self) -> None:
        """While the cases are read Esc stops that; else the page before."""
        if self._reading_all:
            self._stopped = True
        else:
            super().action_back()

    def came_back(self, said: str | None) -> None:
        """What was typed on another page may stand here now."""
        self._read_at = ("", False)
        super().came_back(said)

    # What it shows

    def whole_page(self) -> Page:
        """The pack, with the sections that are ticked."""
        found = self.cases()
        return pack_page(found, self.ticked, self.today(), self._unread) if found else none_open()

    def compose_page(self) -> Page:
        """The list of the sections, and the one under the cursor."""
        found = self.cases()
        if not found:
            empty = Paragraph("Reading the cases.") if self._reading_all else none_open().blocks[0]
            return Page(papers().pack_title, "all cases", (empty,), "", "all cases")
        named = found[0].case.ref if self.case_id else f"{len(found)} cases"
        items = tuple(self._item(number, section, found) for number, section in enumerate(all_sections(), 1))
        columns = (Column("", 3, 3), Column(f"Format: {self.form.name}", 45, 40))
        blocks = (Table(columns, items, "In this pack", titles=True), *self._preview(found))
        day = say_day(self.today(), self.today())
        place = papers().pack_title if self.size.width >= 80 else "Pack"  # the case is never what gives way
        return Page(place, f"{named}, {day}", blocks, self.where(), named)

    def _item(self, number: int, section: Section, found: Sequence[About]) -> Item:
        box = "[x]" if section.id in self.ticked else "[ ]"
        title = section.titled(found[0].case.info.service if self.case_id else "")
        short = self._part(found[0], section.id).short if self.case_id else ""
        if section.id == "private" and section.id not in self.ticked:
            short = "left out unless ticked"
        return Item(
            (f"{box} {number:>2} {title}", short), "", Spot(self.case_id, "section", section.id), self._why(section)
        )

    def _part(self, about: About, section_id: str) -> Part:
        if not self.case_id:
            return part_of(about, section_id, self.ticked)
        if section_id not in self._parts:
            self._parts[section_id] = part_of(about, section_id, self.ticked)
        return self._parts[section_id]

    def _why(self, section: Section) -> str:
        if section.id == "private":
            return papers().private
        return self.where()

    def _preview(self, found: Sequence[About]) -> tuple[Block, ...]:
        """The section under the cursor, to be read: no row of it can be chosen."""
        section = next(one for one in all_sections() if one.id == self.section)
        blocks: list[Block] = [Heading(section.titled(found[0].case.info.service if self.case_id else ""))]
        for about in found:
            if not self.case_id:
                blocks.append(Paragraph(about.case.ref, dim=True))
            blocks += [to_read(block) for block in self._part(about, section.id).blocks]
            if len(blocks) > self.size.height:
                break
        return tuple(blocks)

    def compose_rows(self, width: int) -> Sequence[Row]:
        """No more of the section than there is room for; Enter reads it whole."""
        made = super().compose_rows(width)
        room = max((page.size.height for page in self.query(LineList)), default=0)
        return made[: max(room, len(all_sections()) + 1)]

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Another section below."""
        key = message.row.key
        if isinstance(key, Spot) and key.record_id != self.section:
            self.section = key.record_id
            self.reload()

    # What can be done

    def action_tick(self) -> None:
        """Take the section in, or leave it out."""
        section = spot_of(self).record_id
        self.ticked ^= {section} if section else set()
        self._parts.clear()
        self.renew()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Read the section whole; type the line that is wanted; write down what was agreed."""
        message.stop()
        match spot_of(self).record_id:
            case "wanted":
                self.type_wanted()
            case "agreed":
                self.write_down()
            case section:
                self.app.push_screen(ReadScreen(lambda _reading: self._section_page(section)))

    def _section_page(self, section_id: str) -> Page:
        only = section_page(self.cases(), section_id, self.ticked, self.today())
        return replace(only, blocks=tuple(to_read(block) for block in only.blocks[1:]), foot="")

    def type_wanted(self) -> None:
        """The line that is typed before the hour."""
        from checklists.journeys.supervision import wanted_form

        if not self.case_id:
            self.notice(ONLY_ON_A_CASE)
        elif case := self.the_case():
            house = self.house
            self.ask_form(
                lambda: wanted_form(house.store, house.clock, case), title="What I want from this hour", yes="Keep it"
            )

    def write_down(self) -> None:
        """The record of this hour: what was agreed, with whom, and when the next one is."""
        from store.records import Supervision
        from tui.screens.opening import open_record

        case = self.the_case() if self.case_id else None
        if case is None:
            self.begin_hour()
            return
        now = next((one for one in case.of(Supervision) if one.held_on == self.today()), None)
        if now:
            open_record(self, case, now.id)
        else:
            self.add_record(Supervision.kind)

    def more_commands(self) -> Commands:
        """A line of what was agreed as an action."""
        if not self.case_id:
            return super().more_commands()
        return {
            "an action from what was agreed": ("a line of the last supervision", self.plan_a_line),
            **super().more_commands(),
        }

    def plan_a_line(self) -> None:
        """Choose a line of what was agreed last; it becomes an action."""
        from tui.screens.agreed import choose_a_line

        if case := self.the_case():
            choose_a_line(self, case)


def reading_line(number: int, many: int) -> str:
    """`Reading cases  ====····  12 of 25   Esc stop`."""
    bar = "=" * (CELLS * number // max(many, 1))
    return f"Reading cases  {bar.ljust(CELLS, '·')}  {number} of {many}   Esc stop"
