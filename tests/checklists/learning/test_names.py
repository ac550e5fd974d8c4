"""The check for names: whatever the store knows is found as a whole word, and in no other word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.learning.names import Known, look_for, names_in_store
from checklists.use_cases.away import keep_away
from store.case_store import CaseStore
from store.memory_store import MemoryStore
from store.records import Agency, CaseRecord, Child, Person, changed
from tests.tui.screens.driving import DAY

LETTERS = st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
INITIALS = st.lists(LETTERS, min_size=2, max_size=4).map(lambda letters: "".join(f"{one}." for one in letters))
REFERENCES = st.from_regex(r"[A-Z]{1,2}-[0-9]{1,4}", fullmatch=True)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzäéñ", min_size=2, max_size=9)
NAMES = st.one_of(INITIALS, REFERENCES, WORDS, st.tuples(WORDS, LETTERS).map(" ".join))
AROUND = st.sampled_from(["", " ", ", ", "(", "\n", '"', "\u2019", "/", ": ", " - "])


def found(name: str, text: str, what: str = "person") -> list[str]:
    """Which names are found in the text."""
    return [one.known.text for one in look_for([Known(what, name, "F-1")], [("What I did", text)])]


@given(name=NAMES, before=AROUND, after=AROUND, small=st.booleans())
def test_a_name_is_found_wherever_it_stands_as_a_word(name: str, before: str, after: str, *, small: bool) -> None:
    """Whatever stands beside it, and whatever its capitals."""
    said = name.lower() if small else name
    assert found(name, f"Talked{before or ' '}{said}{after or ' '}over") == [name]


@given(NAMES, st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=4))
def test_a_word_that_only_contains_it_is_another_word(name: str, more: str) -> None:
    """Letters before it or behind it make another word of it."""
    assert found(name, f"Then {more}{name} over") == []
    if name[-1].isalnum():
        assert found(name, f"Then {name}{more} over") == []


@pytest.mark.parametrize(
    ("name", "text", "is_found"),
    [
        ("K.M.", "KM slept well", True),
        ("K.M.", "K. M. slept well", True),
        ("KM", "what K.M. said", True),
        ("A.N.", "an answer", False),
        ("A.", "a review", False),
        ("A.", "A. said", True),
        ("F-1", "F-102", False),
        ("F-102", "case f-102 again", True),
        ("partner D", "the Partner  d. came", True),
        ("mother", "grandmother", False),
        ("771", "1771 or 7712", False),
        ("771", "child 771", True),
        ("?", "why?", False),
        ("", "anything", False),
        ("a.*b", "a.*b and axxb", True),
        ("a.*b", "axxb", False),
    ],
)
def test_by_hand(name: str, text: str, *, is_found: bool) -> None:
    """Initials with and without their dots; the small word `a` is nobody; no name is a pattern."""
    assert bool(found(name, text, "initials")) is is_found


@pytest.fixture
def known(store: MemoryStore) -> CaseStore:
    """A caseload with a child whose initials were others before, a person, two agencies and who covers."""
    case = store.add_case(CaseRecord(ref="F-102"), (child := Child(initials="K.M.", own_id="9212044"),))
    with store.change(case.id) as change:
        change.put(changed(child, initials="Q.Z."))
        change.put(Person(label="partner D"))
        change.put(Agency(label="Elmwood School", sector="education"))
        change.put(Agency(label="school", sector="education"))
    keep_away(store, {"type": "own_leave", "from_on": DAY, "to_on": DAY, "cover": "Robin Vale"})
    return store


@pytest.mark.parametrize("name", ["F-102", "Q.Z.", "K.M.", "9212044", "partner D", "Elmwood School", "Robin Vale"])
def test_whatever_the_store_knows_is_looked_for(name: str, known: CaseStore) -> None:
    """References, initials, also those of an earlier text, own ids, labels, named agencies, who covers."""
    texts = [("What I did", f"Read about {name}, slowly."), ("I learned", "Ask the school.")]
    assert [(one.where, one.known.text) for one in look_for(names_in_store(known), texts)] == [("What I did", name)]


def test_a_case_that_was_purged_is_still_a_reference(known: CaseStore) -> None:
    """Its certificate says it, and so the check looks for it; its people are known no more."""
    (row,) = known.caseload()
    known.purge(row.id, "twelve months over")
    names = names_in_store(known)
    assert [one.known.text for one in look_for(names, [("I learned", "F-102 and K.M.")])] == ["F-102"]
