"""A record of every kind, for tests that hold for all of them."""

from datetime import date

from store.records import (
    Action,
    Advocate,
    Agency,
    Answer,
    CapacityNote,
    Child,
    ChronologyReview,
    Concern,
    Contact,
    DayEntry,
    DesiredOutcome,
    Engagement,
    Escalation,
    Event,
    Explanation,
    HouseholdCheck,
    Hypothesis,
    ImportBatch,
    ImportedFact,
    Interval,
    LookingAhead,
    Moved,
    NeglectEntry,
    Outcome,
    OutcomeReading,
    Person,
    Record,
    ReviewMeeting,
    ReviewNote,
    ReviewReflection,
    ReviewRequest,
    ReviewSupport,
    Seen,
    SetAside,
    Sighting,
    Supervision,
    SystemNote,
    Unknown,
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
        *evidence_of_each(text, child.id),
        *for_an_adult(text),
    ]


def evidence_of_each(text: str, child_id: str) -> list[Record]:
    """The records that the eight lists of evidence show, with the text in them."""
    agency = Agency(label="school", sector="education", role="head of year")
    outcome = Outcome(child_id=child_id, set_on=DAY, need="breakfast", good_looks_like=text)
    rough = {"happened_on": date(2019, 5, 1), "happened_text": "c. May 2019", "approx": True}
    return [
        HouseholdCheck(confirmed_on=DAY, how="seen", note=text),
        agency,
        Sighting(child_id=child_id, happened_on=DAY, agency_id=agency.id, seen="alone", child_words=text),
        DayEntry(child_id=child_id, happened_on=DAY, source="child", part="waking", text="x" + text, impact=text),
        Concern(happened_on=DAY, text="x" + text, theme="T6", area_of_care="food", impact=text),
        Explanation(event_key="burn", event_on=DAY, given_by="mother", given_on=DAY, text="x" + text),
        Unknown(what="who D is", by_on=DAY, state="answered", answer="x" + text, closed_on=DAY),
        Contact(
            agency_id=agency.id, happened_on=DAY, they_said="x" + text, basis="consent", about_children=(child_id,)
        ),
        outcome,
        OutcomeReading(outcome_id=outcome.id, read_on=DAY, change="same", evidence="x" + text, seen_or_told="seen"),
        Engagement(child_id=child_id, review_on=DAY, engagement="in", child_change="same", note=text),
        Event(type="s47_start", text=text, meaning_for_child=text, **rough),
        NeglectEntry(child_id=child_id, area="food", what="x" + text, impact=text, **rough),
        ChronologyReview(looked_on=DAY, pattern=text),
        ReviewReflection(
            held_on=DAY, review="A review", questions=("Where will the baby sleep?",), answer_1="x" + text
        ),
        Supervision(held_on=DAY, wanted=text, tested=text, decided=text, me_note=text),
        Escalation(about="the threshold", step=2, step_started_on=DAY, reply=text),
        LookingAhead(theme="T4", held_on=DAY, text="x" + text, look_again_on=DAY),
        SystemNote(happened_on=DAY, text="x" + text, factors=("cover",), between=(agency.id,), reply=text),
        ReviewNote(written_on=DAY, then_text="x" + text, now_text=text, in_the_way=text, about_ids=(agency.id,)),
        ReviewRequest(
            what="x" + text, asked_by="the panel", asked_on=DAY, due_on=DAY, submitted_on=DAY, receipt="by hand"
        ),
        ReviewMeeting(held_on=DAY, with_role="the panel", what_was_said="x" + text, what_i_asked=text),
        ReviewSupport(role="union", number="01632 960000", check_in_on=DAY),
        SetAside(signal="S7", about=child_id, reason="x" + text, until_on=DAY),
    ]


def for_an_adult(text: str) -> list[Record]:
    """The records that only an adult's case has, with the text in them."""
    return [
        CapacityNote(decision="where to live", asked_on=DAY, conclusion="fluctuates", basis="x" + text),
        Advocate(needed="no", reason_none="a friend speaks for him"),
        DesiredOutcome(words="x" + text, asked_on=DAY, stage="start"),
    ]
