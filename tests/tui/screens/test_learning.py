"""Learning at the screen: themes and what my cases say to them, reviews asked in a case, and files that offer new ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.case import OWN
from store.records import Action, Concern, Hypothesis, LearningEntry, OwnReview, ReviewReflection, Unknown
from tests.checklists.learning.test_reviews import FILE
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk, house_in
from tui.composition import House

N5 = "l home down down down down down down down down down down down down"


async def read(desk: Desk) -> None:
    """Wait until the cases behind the page are read."""
    await desk.app.workers.wait_for_complete()
    await desk.press("")


def own(desk: Desk) -> tuple[tuple[OwnReview, ...], tuple[LearningEntry, ...]]:
    """What my own book holds of reviews and of the log."""
    book = house_in(desk.house.places.home).store.case(OWN)
    return book.of(OwnReview), book.of(LearningEntry)


@pytest.fixture
def folder(house: House, tmp_path: Path) -> Iterator[Path]:
    """The folder of reviews beside the settings."""
    house.environ = {"CASEREFLECT_CONFIG": str(tmp_path / "settings" / "config.toml")}
    made = tmp_path / "settings" / "reviews"
    made.mkdir(parents=True)
    yield made


async def test_l_is_learning_with_eight_themes_and_what_each_review_is_offered_for(at: Open) -> None:
    """The questions beside a theme; references beside a review, and in the foot why and what kind of publication it is."""
    async with at() as desk:
        await desk.press("l")
        assert desk.starting(" > 1 The Child Not Being Seen").endswith("questions 1 3")
        assert sum(row[3:4].isdecimal() for row in desk.rows[2:12]) == 8
        assert desk.starting("   N2").endswith("F-108, F-114")
        await desk.press(N5.removeprefix("l "))
        assert desk.row.endswith("a theme of a report; F-102")
        assert "not a review of its own" in desk.foot
        assert "Offered for F-102: L.M. is under 6." in desk.foot


async def test_a_theme_has_its_signs_and_leads_to_the_places_on_my_cases(at: Open, house: House) -> None:
    """By reference, then by date; Enter goes to the question, to the concern, to the answers."""
    case_id = next(row.id for row in house.store.caseload() if row.ref == "F-102")
    with house.store.change(case_id) as change:
        change.put(Concern(text="Nobody saw L. for a week", happened_on=DAY, theme="T1"))
    async with at() as desk:
        await desk.press("l enter")
        await read(desk)
        text = desk.text
        for number in range(4):
            assert f"T1.{number + 1} " in text
        await desk.to_row("F-102  K.M.   Last alone Tue 3 Nov")
        refs = [row.line[0][0].split()[0] for row in desk.app.screen.query_one("LineList").rows if is_of_a_case(row)]  # type: ignore[attr-defined]
        assert refs == sorted(refs)
        await desk.press("enter")
        assert desk.place.startswith("F-102")
        assert "1 Seen alone" in desk.row
        await desk.press("escape")
        await desk.to_row("Concern Mon 23 Nov: Nobody saw L.")
        await desk.press("enter")
        assert desk.place.startswith("Concern")
        await desk.press("escape")
        await desk.to_row("Question 1 answered Thu 5 Nov")
        await desk.press("enter")
        assert "drawing, ten minutes" in desk.text


def is_of_a_case(row: object) -> bool:
    """The row of a list that stands for a case."""
    return bool(getattr(getattr(row, "key", None), "case_id", ""))


async def test_disguised_compliance_is_a_title_with_its_note_and_the_prompts_ask_what_is_different(at: Open) -> None:
    """No prompt and no sign says it of a person."""
    async with at() as desk:
        await desk.press("l down down enter")
        await read(desk)
        text = " ".join(desk.text.split())
        assert text.count("Disguised Compliance") == 1 + text.count("With children: Disguised Compliance")
        assert "is anything different for the child?" in text


async def test_a_review_is_asked_in_the_case_it_is_offered_for_and_kept_with_it(at: Open) -> None:
    """A box under each question with what is recorded; the case keeps the words, my log only that it was done."""
    async with at() as desk:
        await desk.press(f"{N5} enter end up enter")
        assert desk.place.startswith("Mental health of parents  F-102, N5")
        assert "What happens to this child on the adult's worst day?" in desk.text
        assert "On record, child's day: none." in desk.text
        await desk.say("He makes his own tea.")
        await desk.press("tab")
        await desk.say("Partner D's.")
        await desk.press("ctrl+o")
        assert "Kept with the case, and noted in your learning log." in desk.foot
        (kept,) = desk.kept("F-102", ReviewReflection)
        assert (kept.review_id, kept.held_on, kept.content_version) == ("N5", DAY, "1, 2026-11-23")
        assert [answer for _, answer in kept.asked] == ["He makes his own tea.", "Partner D's.", "", ""]
        ((), (entry,)) = own(desk)
        assert (entry.type, entry.review, entry.case_ids) == ("applied", "Mental health of parents", (kept.case_id,))
        assert "tea" not in entry.what_i_take
        await read(desk)
        await desk.to_row("F-102     Mon 23 Nov")
        await desk.press("enter")
        assert "He makes his own tea." in desk.row


@pytest.fixture
def asked(house: House) -> House:
    """A review that was asked in F-102."""
    case_id = next(row.id for row in house.store.caseload() if row.ref == "F-102")
    with house.store.change(case_id) as change:
        change.put(
            ReviewReflection(
                id="01KAQ0000000000000000REF01",
                held_on=DAY,
                review_id="N1",
                review="Sudden unexpected death in infancy",
                questions=("Where will this baby sleep tonight?", "Who else looks after the baby?"),
                answer_1="In the basket.\nOn Fridays at a friend's.",
            )
        )
    return house


@pytest.mark.parametrize(("pressed", "kind"), [("w", Hypothesis), ("u", Unknown), ("a", Action)])
async def test_one_key_makes_something_of_an_answer(
    at: Open, asked: House, pressed: str, kind: type[Hypothesis | Unknown | Action]
) -> None:
    """Its words stand in the form, to be changed; saved, it is of the case, and the page is there again."""
    async with at(asked) as desk:
        before = len(desk.kept("F-102", kind))
        await desk.press("c home enter")
        await desk.menu("review reflections")
        await desk.press("enter")
        assert "In the basket. On Fridays at a friend's." in desk.row
        await desk.press(pressed)
        assert "In the basket. On Fridays at a friend's." in desk.text
        if kind is not Hypothesis:
            await desk.fill(By="fri")
        await desk.press("ctrl+o")
        *_, made = desk.kept("F-102", kind)
        assert len(desk.kept("F-102", kind)) == before + 1
        assert "In the basket. On Fridays at a friend's." in (getattr(made, "what", "") or getattr(made, "text", ""))
        assert desk.place.startswith("Sudden unexpected death in infancy")


async def test_changed_answers_are_a_version_under_the_questions_as_they_were_asked(at: Open, asked: House) -> None:
    """Enter, another word, saved; what it said before is an earlier text."""
    async with at(asked) as desk:
        await desk.press("c home enter")
        await desk.menu("review reflections")
        await desk.press("enter enter")
        assert "Who else looks after the baby?" in desk.text
        await desk.press("tab")
        await desk.say("Nobody I have met.")
        await desk.press("ctrl+o")
        (kept,) = desk.kept("F-102", ReviewReflection)
        assert (kept.revision, kept.answer_2, kept.questions[1]) == (
            2,
            "Nobody I have met.",
            "Who else looks after the baby?",
        )


async def test_the_mask_covers_answers_and_leaves_the_questions(at: Open, asked: House) -> None:
    """What is published may be read over a shoulder; what I wrote may not."""
    async with at(asked) as desk:
        await desk.press("c home enter")
        await desk.menu("review reflections")
        await desk.press("enter f2")
        assert "Where will this baby sleep tonight?" in desk.text
        assert "basket" not in desk.text


async def test_on_a_case_the_menu_asks_a_review_and_offers_what_fits_first(at: Open) -> None:
    """Those that are offered for this case stand on top, with why."""
    async with at() as desk:
        await desk.press("c home enter")
        await desk.menu("ask a review")
        assert desk.row.split("  ")[0].strip("> ") == "Mental health of parents"
        await desk.press("enter")
        assert desk.place.startswith("Mental health of parents  F-102, N5")


async def test_a_draft_of_a_review_is_offered_again_where_it_was_typed(at: Open) -> None:
    """Left with Esc, it stands in the same boxes."""
    async with at() as desk:
        for _ in range(2):
            await desk.press(f"0 {N5} enter end up enter")
            if "here again" not in desk.foot:
                await desk.say("Half a sent")
                await desk.press("escape")
        assert "Half a sent" in desk.text


# Reviews of one's own, and files


async def test_a_review_of_ones_own_is_added_by_form_read_changed_and_taken_out(at: Open) -> None:
    """A key on Learning; it is offered like the others; its menu changes it and takes it out, with a reason."""
    async with at() as desk:
        await desk.press("l n")
        await desk.fill(Title="Child Birch", Looked_at="A girl of two.", Learned="Ask the nursery.")
        await desk.fill(Questions="Who hears her?", Offered_for="under 6", Year="2025")
        await desk.press("ctrl+o")
        await desk.to_row("Child Birch")
        assert desk.row.endswith("F-102")
        await desk.press("enter")
        assert "title or year not verified" in " ".join(desk.text.split())
        await desk.menu("change this review")
        await desk.fill(Year="2024")
        await desk.press("ctrl+o")
        assert "2024" in desk.text
        ((kept,), _) = own(desk)
        assert (kept.revision, kept.year) == (2, 2024)
        await desk.menu("take this review out")
        await desk.say("typed twice")
        await desk.press("tab enter")
        assert own(desk)[0] == ()
        assert "Child Birch" not in desk.text


async def test_a_file_is_offered_with_its_version_and_taken_only_on_purpose(at: Open, folder: Path) -> None:
    """First on the page as new; Esc decides nothing, a row takes it, and from then on it is a review of mine."""
    (folder / "local.toml").write_text(FILE, encoding="utf-8")
    (folder / "other.toml").write_text(FILE.replace("year = 2026", "year = 26"), encoding="utf-8")
    async with at() as desk:
        await desk.press("l")
        assert desk.row.startswith("> new: Child Alder")
        assert "Ambleford Safeguarding Children Partnership, version 1, Mon 2 Nov 2026, file local.toml" in desk.foot
        await desk.press("enter escape")
        assert own(desk)[0] == ()
        await desk.press("end")
        assert "other.toml, line 12, L1, year: it is a year in four figures" in " ".join(desk.text.split())
        await desk.press("home enter")
        await desk.to_row("take it")
        await desk.press("enter")
        assert "Taken: Child Alder." in desk.foot
        assert "new: Child Alder" not in desk.text
        await desk.to_row("L1  Child Alder")
        (folder / "local.toml").write_text(FILE.replace('version = "1"', 'version = "2"'), encoding="utf-8")
        await desk.press("escape l")
        assert desk.row.startswith("> new version: Child Alder")
        await desk.press("enter")
        await desk.to_row("leave it")
        await desk.press("enter")
        assert "left: Child Alder" in desk.text
        ((kept,), _) = own(desk)
        assert (kept.content_version, kept.left_version) == ("1, 2026-11-02", "2, 2026-11-02")
