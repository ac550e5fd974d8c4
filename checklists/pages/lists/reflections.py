"""Reviews whose questions were asked in this case, with what was written to each."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.pages.blocks import Block, Column, Facts, Item, Page, Table
from checklists.pages.lists.rows import newest, one_line, row
from checklists.pages.spot import Spot
from store.case import Case
from store.records import OwnReview, ReviewReflection

ANSWER = "answer"
"""What a row stands for: one answer of a reflection, the number of its question in `part`."""
ASKED = (Column("", 3, 3), Column("", 16, 16), Column("", 54, 0))
"""The day, the review, and the first answer."""
ANSWERS = (Column("", 3, 3),)


def own_review_items(case: Case, _today: date) -> list[Item]:
    """The reviews of my own book, as they came; one that was offered and left says so."""
    return [
        row(case, one, (str(one.year or ""), "" if one.taken else "left", one.title), one.looked_at, one.from_file)
        for one in case.of(OwnReview)
    ]


def reflection_items(case: Case, today: date) -> list[Item]:
    """The newest on top: the day, which review, and the first answer."""
    return [_item(case, one, today) for one in newest(case.of(ReviewReflection), lambda one: one.held_on)]


def _item(case: Case, one: ReviewReflection, today: date) -> Item:
    first = next((answer for _, answer in one.asked if answer.strip()), "")
    why = f"{one.review}: {one_line(first)}"
    return row(case, one, (say_day(one.held_on, today), one.review, one_line(first)), why)


def reflection_blocks(one: ReviewReflection, today: date) -> Sequence[Block]:
    """The day, the review with its version, and each question with its answer."""
    about = (("When", say_day(one.held_on, today)), ("Review", f"{one.review_id} {one.review}".strip()))
    version = (("Version", one.content_version),) if one.content_version else ()
    return Facts((*about, *version)), Facts(tuple(_asked(one)))


def _asked(one: ReviewReflection) -> Iterator[tuple[str, str]]:
    for number, (question, answer) in enumerate(one.asked, 1):
        yield str(number), f"{question}\n{answer.strip() or 'not recorded'}"


def answers_page(case: Case, one: ReviewReflection, today: date) -> Page:
    """Each question, and under it its answer as a row: of an answer something can be made."""
    blocks = tuple(_block(case, one, number) for number in range(1, len(one.questions) + 1))
    said = (by_key("wonder", "makes an I wonder of the answer."), by_key("actions", "makes an action of it."))
    foot = " ".join((*said, by_key("unknowns", "makes an unknown of it."), by_key("open", "changes the answers.")))
    facts = f"{case.ref}, {say_day(one.held_on, today)}"
    return Page(one.review, facts, blocks, foot, case.ref)


def _block(case: Case, one: ReviewReflection, number: int) -> Block:
    question, answer = one.asked[number - 1]
    if not answer.strip():
        return Table(ANSWERS, (), question, empty="nothing written to it")
    said = one_line(answer)
    key = Spot(case.id, ANSWER, one.id, part=str(number))
    return Table(ANSWERS, (Item((said,), "", key, said),), question)
