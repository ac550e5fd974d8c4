"""Forms of my own book: an entry of the learning log, and a piece of professional development."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checklists.clock import Clock
from checklists.entry import Entry, Path
from checklists.journeys.form import Form, Texts
from checklists.journeys.registers import record_form
from checklists.learning.embedding import OF_THE_FORM, Item, embedding
from checklists.learning.names import Found
from checklists.learning.review_process import review_process
from checklists.own_book import own_book
from checklists.use_cases.cpd import Source, names_near
from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.records import CpdPiece, LearningEntry

FROM = "cpd from"
"""Begins the name of the form of a piece that comes from a record, before the ids of its case and of the record."""
PROMPTED = ("type", "what_i_take")
"""The fields beside which the prompt of the chosen way stands."""
MOST = 4
"""So many names that were found are said after saving; the check says all of them."""


def learning_form(
    store: CaseStore,
    clock: Clock,
    entry: LearningEntry | None = None,
    *,
    about: Mapping[str, object] | None = None,
) -> Form:
    """An entry of the log, new or changed, with the prompt of its way beside it."""
    form = record_form(store, clock, own_book(store), LearningEntry, entry, about=about)

    def hint(texts: Texts, path: Path) -> str:
        way = _way(form, texts)
        if path[-1:] == ("bring",) and way is not None and way.kind == "challenged":
            return review_process().kept_out.text
        return f"{way.prompt}\n{way.small_step}" if way is not None and path and path[-1] in PROMPTED else ""

    return replace(form, hint=hint, foot=3, guide=embedding().ways)


def _way(form: Form, texts: Texts) -> Item | None:
    """The way that is chosen; None while what is typed is none of them."""
    path = (LearningEntry.kind, "type")
    asked = next(entry for entry in form.entries(texts, ()) if entry.path == path)
    try:
        return embedding().item(str(asked.chosen(texts.get(path, "")).value))
    except Wrong:
        return None


def cpd_form(
    store: CaseStore, clock: Clock, piece: CpdPiece | None = None, *, source: Source | None = None, taken: bool = False
) -> Form:
    """A piece, new or changed. From a record it begins with the day and the kind alone, unless its texts are taken over."""
    about = {"type": source.type, "done_on": source.done_on, **(source.texts if taken else {})} if source else None
    form = record_form(store, clock, own_book(store), CpdPiece, piece, about=about)
    name = f"{FROM}:{source.case.id}:{source.record.id}" if source else form.name

    def entries(texts: Texts, path: Path) -> Sequence[Entry]:
        return [replace(entry, help=_label(entry)) for entry in form.entries(texts, path)]

    def save(texts: Texts) -> str:
        said = form.save(texts)
        typed = {path[-1]: text for path, text in texts.items() if path[-1] in CpdPiece.model_fields}
        prose = {name: text for name, text in typed.items() if name not in ("type", "done_on")}
        return said + say_found(names_near(store, prose, source))

    facts = f"{form.facts}, {embedding().cpd.regulator}"
    return replace(
        form,
        name=name,
        facts=facts,
        entries=entries,
        save=save,
        guide=embedding().reflection,
        worth_keeping=taken,
        foot=3,
    )


def _label(entry: Entry) -> str:
    """What a field asks, in the words of the regulator's form; after it what is to be left out."""
    cpd = embedding().cpd
    asked = {OF_THE_FORM.get(field, field): label for field, label in cpd.labels.items()}.get(entry.name, entry.help)
    return f"{asked} {cpd.no_case_detail}" if entry.kind == "long" and entry.name != "peer_reflection" else asked


def say_found(found: Sequence[Found]) -> str:
    """What stands in a piece that points to somebody; blank where nothing was found."""
    if not found:
        return ""
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    named = "; ".join(one.said for one in found[:MOST])
    return f" Found in it: {named}{more}. Take out what could point to somebody."


def texts_taken(form_texts: Texts, source: Source) -> dict[Path, str]:
    """The texts of the form with those of the source in them: behind what is typed already, never over it."""
    texts = dict(form_texts)
    for name, text in source.texts.items():
        path = (CpdPiece.kind, name)
        stands = texts.get(path, "")
        if text not in stands:
            texts[path] = f"{stands}\n{text}" if stands.strip() and name != "peer_role" else stands or text
    return texts
