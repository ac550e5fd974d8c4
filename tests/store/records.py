"""A record of every kind, for tests that hold for all of them."""

from datetime import date

from store.records import (
    Action,
    Answer,
    Child,
    Hypothesis,
    ImportBatch,
    ImportedFact,
    Interval,
    Moved,
    Person,
    Record,
    Seen,
    Visit,
)

DAY = date(2026, 11, 20)


def one_of_each(text: str) -> list[Record]:
    """A record of every kind with the text in it."""
    child = Child(
        initials="K.M.", born_on=DAY, visit_interval=Interval(value=10, unit="wd"), communication=("baby",), note=text
    )
    visit = Visit(happened_on=DAY, started_at="15:40", present=("mother",), account=text, announced=False)
    seen = Seen(visit_id=visit.id, child_id=child.id, happened_on=DAY, seen="alone", child_words=text)
    batch = ImportBatch(file_kind="annex_a", file_hash="ab", as_at=DAY)
    return [
        child,
        Person(label="D", risk_note=text),
        visit,
        seen,
        Answer(question="Q4", text="x" + text, answered_on=DAY, question_text=text),
        Action(what="Meet D", due_on=DAY, moved=(Moved(from_on=DAY, to_on=DAY, reason="r"),), child_outcome=text),
        Hypothesis(text="w", speaks_for=text),
        batch,
        ImportedFact(batch_id=batch.id, child_id=child.id, field="seen_alone", value="unknown", as_at=DAY),
    ]
