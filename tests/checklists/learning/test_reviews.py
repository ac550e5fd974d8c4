"""Reviews to learn from: the built-in file, files of one's own with whatever is amiss in them, offers at their borders, taking."""

import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import pytest

from checklists.learning.offered import find_new, leave, look_through, take
from checklists.learning.offers import offers
from checklists.learning.own_reviews import LINKS, all_reviews, review_of, values_of
from checklists.learning.review_file import read_file
from checklists.learning.reviews import Review, find_review, national_reviews
from checklists.learning.signal_words import signal_words
from checklists.library import library
from checklists.signals.whole import SIGNALS
from checklists.summaries import summarise
from checklists.use_cases.records import withdraw_record
from checklists.wrong import Wrong
from store.case import OWN, Case, case_of
from store.memory_store import MemoryStore
from store.records import CaseRecord, Child, OwnReview, Person, Record
from store.records.own_review import OfferedFor, Publication

TODAY = date(2026, 11, 23)
ROOT = Path(__file__).parents[3]
GUIDE = ROOT / "docs" / "how-to.md"
FILE = """schema = 1
by = "Ambleford Safeguarding Children Partnership"
version = "1"
dated = 2026-11-02

[[review]]
id = "L1"
title = "Child Alder"
kind = "local_review"
looked_at = "A boy of four who was seen often and heard little."
publications = [
  { title = "Child Alder", by = "Ambleford", year = 2026, sure = true },
]
learning = ["His nursery knew what he said about home."]
questions = ["When have I never been there?"]
link_when = ["age under 6"]
themes = ["T1"]
"""


@dataclass
class Found:
    """A file that lies in a folder."""

    text: str
    name: str = "local.toml"
    whose: str = "own"
    trouble: str = ""


@pytest.fixture
def store() -> MemoryStore:
    """A store with nothing in it."""
    return MemoryStore(summarise=summarise, now=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))


def test_the_five_are_the_articles_and_say_what_each_publication_is() -> None:
    """N1 to N5; a note where it is no review of its own, and every publication with by whom and when."""
    found = {one.id: one for one in national_reviews().reviews}
    assert list(found) == ["N1", "N2", "N3", "N4", "N5"]
    kinds = {key: one.kind for key, one in found.items()}
    assert kinds == {"N1": "national_review", "N2": "national_review", "N3": "national_review"} | {
        "N4": "briefing",
        "N5": "spotlight",
    }
    assert "not a national review of its own" in found["N5"].note
    for one in found.values():
        assert all(two.by and two.year for two in one.publications)
        assert 1 < len(one.questions) <= 6 and len(one.learning) > 1
        assert one.themes and one.case_questions and one.link_when


def test_what_may_stand_in_a_file_is_what_records_can_hold() -> None:
    """Kinds, links and choices of the form are those of the content; every signal has its words for both services."""
    known = national_reviews()
    assert {kind.id for kind in known.kinds} == set(get_args(Publication))
    assert set(LINKS) == set(get_args(OfferedFor))
    named = {link for links in LINKS.values() for link in links if not link.startswith("age ")}
    assert named <= set(known.offered_when)
    for link in known.offered_when:
        whose, _, rest = link.partition(".")
        field, _, value = rest.partition(" ")
        models: dict[str, type[Record]] = {"child": Child, "person": Person}
        assert whose not in models or value in str(models[whose].model_fields[field].annotation)
    for service in ("children", "adults"):
        assert set(signal_words(service)) == {signal.id for signal in SIGNALS}
        assert {one for theme in library(service).themes for one in theme.signals} <= set(signal_words(service))


@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        ("schema = 1", "schema = 2", "line 1, schema: it is 1."),
        ("dated = 2026-11-02", 'dated = "2 Nov"', "line 4, dated: it is a day"),
        ('version = "1"\n', "", "version: it is missing."),
        ('by = "Ambleford S', 'buy = "Ambleford S', "buy: there is no field of that name. Did you mean by?"),
        ('id = "L1"', 'id = "local"', "line 7, review 1, id: it is one or two capital letters"),
        ('id = "L1"', 'id = "N5"', "line 7, N5, id: a built-in review has it."),
        (
            'title = "Child Alder"\nkind',
            'titel = "x"\nkind',
            "line 8, review 1, titel: there is no field of that name.",
        ),
        ('title = "Child Alder"\nkind', "title = 4\nkind", "line 8, L1, title: it is text"),
        (
            '"local_review"',
            '"local-review"',
            "line 9, L1, kind: local-review is none of them. Did you mean local_review?",
        ),
        ("year = 2026", 'year = "2026"', "line 12, L1, year: it is a year in four figures"),
        ("year = 2026", "year = true", "L1, year: it is a year"),
        (", sure = true", "", "L1, sure: it is true where title and year were looked up"),
        ("{ title", "{ tilte", "L1, tilte: there is no field of that name. Did you mean title?"),
        ('learning = ["His nursery knew what he said about home."]\n', "", "L1, learning: it needs one line"),
        (
            '["When have I never been there?"]',
            "[" + '"a",' * 7 + "]",
            "line 15, L1, questions: it has more than 6 lines.",
        ),
        ('["When have I never been there?"]', '[{ ask = "a", beside = "Q9" }]', "beside: Q9 is none of them."),
        ('"age under 6"', '"age under six"', "line 16, L1, link_when: nothing is known by that."),
        ('"age under 6"', '"child.needs disabilty"', "Did you mean child.needs disability?"),
        ('themes = ["T1"]', 'themes = ["T9"]', "line 17, L1, themes: T9 is none of them."),
        ('themes = ["T1"]', 'themes = "T1"', "line 17, L1, themes: it is a list"),
        ("[[review]]", "[review]", "review: it is a list"),
        ('title = "Child Alder"\nkind', f'title = "{"x" * 601}"\nkind', "title: it is longer than 600 letters."),
        ("schema = 1", "schema = = 1", "local.toml cannot be read: "),
    ],
)
def test_a_file_that_is_amiss_is_named_with_line_review_field_and_reason(find: str, put: str, said: str) -> None:
    """Nothing of it is used, and the built-in reviews are there as before."""
    assert find in FILE
    with pytest.raises(Wrong) as wrong:
        read_file(FILE.replace(find, put, 1), "local.toml")
    assert wrong.value.trouble.startswith("local.toml")
    assert said in wrong.value.trouble
    assert wrong.value.mend == "The file is left out, and everything else is used as before."
    assert len(national_reviews().reviews) == 5


def test_the_second_review_of_a_file_is_named_by_its_own_lines() -> None:
    """The line of the field in that review, and an id that stands twice."""
    second = FILE.partition("[[review]]")[2]
    with pytest.raises(Wrong, match=r"line 29, L2, themes: T0 is none"):
        read_file(
            f"{FILE}[[review]]{second}".replace('id = "L1"', 'id = "L2"')
            .replace('"T1"]', '"T0"]', 2)
            .replace('id = "L2"', 'id = "L1"', 1)
            .replace('"T0"]', '"T1"]', 1),
            "local.toml",
        )
    with pytest.raises(Wrong, match="line 19, L1, id: another review of this file has it"):
        read_file(f"{FILE}[[review]]{second}", "local.toml")


def test_text_of_a_file_is_made_clean() -> None:
    """What could act on a terminal does not come in."""
    (review,) = read_file(FILE.replace("Child Alder", r"Child \u001b[31mAlder"), "local.toml").reviews
    assert review.title == "Child \ufffd[31mAlder"


def of_child(**values: object) -> Case:
    """A case with one child."""
    return case_of(CaseRecord(ref="F-1"), [Child(initials="K.M.", **values)])


def of_person(**values: object) -> Case:
    """A case with one adult in the household, and a child whose age is not recorded."""
    return case_of(CaseRecord(ref="F-1"), [Child(initials="K.M."), Person(label="D", **values)])


def adult(**values: object) -> Case:
    """An adult's case."""
    info = CaseRecord(ref="F-1", service="adults")
    return case_of(info, [Child(initials="G.W.", plan="adult", born_on=date(1950, 1, 1)), Person(label="D", **values)])


REASON = {"contact_safety_reason": "ask the refuge"}


@pytest.mark.parametrize(
    ("case", "offered"),
    [
        (of_child(), {}),
        (of_child(born_on=TODAY), {"N1": "K.M. is under 1", "N5": "K.M. is under 6"}),
        (of_child(born_on=date(2025, 11, 24)), {"N1": "K.M. is under 1", "N5": "K.M. is under 6"}),
        (of_child(born_on=date(2025, 11, 23)), {"N5": "K.M. is under 6"}),
        (of_child(born_on=date(2020, 11, 24)), {"N5": "K.M. is under 6"}),
        (of_child(born_on=date(2020, 11, 23)), {}),
        (of_child(born_on=date(2016, 11, 24)), {}),
        (of_child(born_on=date(2016, 11, 23)), {"N2": "K.M. is 10 or over"}),
        (of_child(expected_on=date(2027, 1, 4)), {"N1": "K.M. is not born yet"}),
        (of_child(needs=("disability", "other")), {"N3": "a disability is recorded for K.M."}),
        (of_child(communication=("non_verbal",)), {"N3": "K.M. is recorded as talking without words"}),
        (of_child(communication=("bsl",)), {}),
        (of_person(factors=("mental_health",)), {"N5": "mental health is recorded for an adult"}),
        (
            of_person(factors=("domestic_abuse_harmed", "domestic_abuse_causing")),
            {"N4": "an adult is recorded as harmed by domestic abuse; an adult is recorded as causing domestic abuse"},
        ),
        (of_person(contact_safety="ask_first", **REASON), {}),
        (
            of_person(contact_safety="not_safe", **REASON),
            {"N4": "it is recorded that contact with somebody is not safe"},
        ),
        (adult(factors=("mental_health", "domestic_abuse_harmed")), {}),
    ],
)
def test_a_review_is_offered_for_what_the_record_says(case: Case, offered: dict[str, str]) -> None:
    """A birthday on the day is the new age; unborn is no age; a blank is nothing; a review of children is for no adult."""
    found = {one.id: offers(one, [summarise(case)], TODAY) for one in national_reviews().reviews}
    assert {key: one[0].why for key, one in found.items() if one} == offered


def test_nothing_is_offered_for_a_closed_case_nor_one_that_cannot_be_read() -> None:
    """By reference, those that are open."""
    rows = [summarise(of_child(born_on=TODAY))._replace(ref=ref) for ref in ("F-3", "F-1", "F-2")]
    rows += [rows[0]._replace(closed_on=TODAY, ref="F-4"), rows[0]._replace(damaged="cut off", ref="F-5")]
    assert [one.ref for one in offers(national_reviews().reviews[0], rows, TODAY)] == ["F-1", "F-2", "F-3"]


def test_learning_is_composed_without_the_models_of_records() -> None:
    """Of a store in which nothing is kept in my own book: pydantic is not loaded for its first page."""
    code = "import sys, checklists.pages.learning; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


# Taking


def test_a_file_is_offered_and_nothing_is_taken_by_itself(store: MemoryStore) -> None:
    """Looked through as often as you like; taken, it is a review like the others, and offered no more."""
    files = [Found(FILE), Found("schema = 1", "broken.toml"), Found("", "locked.toml", trouble="It cannot be read.")]
    for _ in range(2):
        found = look_through(files, store)
        assert [(one.review.id, one.file.by, one.had, one.left) for one in found.new] == [
            ("L1", "Ambleford Safeguarding Children Partnership", "", False)
        ]
        assert [text.partition(":")[0] for text in found.broken] == ["broken.toml, by", "It cannot be read."]
        assert [one.id for one in all_reviews(store)] == ["N1", "N2", "N3", "N4", "N5"]
    take(store, found.new[0])
    assert look_through(files, store).new == ()
    (mine,) = all_reviews(store)[5:]
    (same,) = read_file(FILE, "x.toml").reviews
    assert (mine.id, mine.title, mine.questions, mine.link_when, mine.version, mine.themes) == (
        same.id,
        same.title,
        same.questions,
        same.link_when,
        same.version,
        same.themes,
    )


def test_a_newer_version_is_offered_and_the_older_one_stays_until_it_is_taken(store: MemoryStore) -> None:
    """Left, it is still there to take; taken, the text before is an earlier one of the same record."""
    take(store, look_through([Found(FILE)], store).new[0])
    newer = [Found(FILE.replace('version = "1"', 'version = "2"').replace("never been there", "not been there"))]
    (new,) = look_through(newer, store).new
    assert (new.had, new.left) == ("1, 2026-11-02", False)
    leave(store, new)
    (new,) = look_through(newer, store).new
    assert new.left
    assert find_review(all_reviews(store), "L1").questions[0].text == "When have I never been there?"
    take(store, new)
    assert look_through(newer, store).new == ()
    assert find_review(all_reviews(store), "child alder").questions[0].text == "When have I not been there?"
    (kept,) = store.case(OWN).of(OwnReview)
    assert [one.why for one in store.versions(OWN, kept.id)] == ["changed", "changed"]


def test_what_was_left_is_used_nowhere_and_can_still_be_taken(store: MemoryStore) -> None:
    """It stands last among the offers; taken out of my own book, it is new again."""
    second = Found(FILE.replace('"L1"', '"L2"').replace("Child Alder", "Child Birch"), "b.toml", "council")
    leave(store, find_new(look_through([Found(FILE), second], store), "L1"))
    found = look_through([Found(FILE), second], store)
    assert [(one.review.id, one.left) for one in found.new] == [("L2", False), ("L1", True)]
    assert len(all_reviews(store)) == 5
    kept = take(store, found.new[1])
    assert [one.id for one in all_reviews(store)[5:]] == ["L1"]
    withdraw_record(store, OWN, kept.id, "not for us")
    assert not find_new(look_through([Found(FILE)], store), "L1").left
    with pytest.raises(Wrong, match="Nothing that is offered is called so"):
        find_new(found, "L9")


def test_the_same_file_in_both_folders_is_offered_once() -> None:
    """The council's."""
    found = look_through(
        [Found(FILE, whose="council"), Found(FILE)],
        MemoryStore(summarise=summarise, now=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)),
    )
    assert [one.whose for one in found.new] == ["council"]


def test_a_review_that_was_typed_goes_by_its_own_id_and_its_choices(store: MemoryStore) -> None:
    """A question a line; what it is offered for as the form asks it; not looked up, and that is said."""
    typed = OwnReview(
        title="Mother and child", looked_at="x", learning="a\n\nb", questions="One?\n Two? ", offered_for=("under_1",)
    )
    review = review_of(typed)
    assert (review.id, review.learning, [one.text for one in review.questions]) == (
        typed.short_id,
        ("a", "b"),
        ["One?", "Two?"],
    )
    assert (review.link_when, review.publications[0].sure) == (("age under 1",), False)


def test_the_whole_example_of_the_guide_loads() -> None:
    """As it stands there, to be copied."""
    page = GUIDE.read_text(encoding="utf-8")
    (text,) = [
        block for block in re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL) if "[[review]]" in block
    ]
    file = read_file(text, "guide.toml")
    assert all(isinstance(review, Review) for review in file.reviews)
    assert values_of(file.reviews[0], file)["from_file"] == file.by
