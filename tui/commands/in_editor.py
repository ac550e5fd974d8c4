"""`--editor`: a long text of a command is written in the person's own editor, and is a draft of its form all along.

The draft is the one that the form of the same record would have, so it is offered in the screens and in plain lines, and
taken up by the same command given again. A draft that holds anything else is left alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from checklists.troubles import StoreTrouble
from checklists.wrong import Wrong
from store.records import Record
from tui.commands.fields import entries, option_of
from tui.commands.printing import say, talk
from tui.commands.session import Session

if TYPE_CHECKING:
    from checklists.entry import Entry, Path
    from checklists.journeys.form import Form
    from checklists.journeys.unsaved import Unsaved

F = TypeVar("F", bound=Callable[..., Any])
OFF = "Off until your settings allow it."
KEPT = "What you wrote is kept as a draft."
NOT_KEPT = "It could not be kept as a draft, so here it is:"


class Place(NamedTuple):
    """Where a text belongs: the form whose draft it is, and the part of it under which the fields of the record are."""

    case_id: str
    form: str
    head: str = ""


def long_texts(kind: type[Record], names: Sequence[str] = (), but: Sequence[str] = ()) -> dict[str, str]:
    """The long texts among the options of a kind: each by the word of its option."""
    return {option_of(one.name)[2:]: one.name for one in entries(kind, names, but) if one.kind == "long"}


def takes_editor(words: Mapping[str, str]) -> Callable[[F], F]:
    """The option, for these texts: `{"saw": "what_i_saw"}`; of one text it is a flag, of none there is no option.

    The command is handed the names of the fields.
    """
    if not words:
        return _as_it_is

    def named(_context: click.Context, _option: click.Parameter, value: Any) -> tuple[str, ...]:
        if isinstance(value, bool):
            return tuple(words.values()) if value else ()
        return tuple(words[word] for word in dict.fromkeys(value))

    if len(words) == 1:
        return click.option("--editor", is_flag=True, callback=named, help=f"Write the text in your editor. {OFF}")
    kinds = click.Choice(list(words))
    help_ = f"Write this one in your editor: {', '.join(words)}. {OFF}"
    return click.option("--editor", type=kinds, multiple=True, metavar="WHICH", callback=named, help=help_)


def _as_it_is(function: F) -> F:
    return function


class Written:
    """What was written: values by field name, and whether an editor was open at all."""

    def __init__(self, form: "Form | None" = None, values: "Mapping[Path, Any] | None" = None) -> None:
        self.form = form
        self.paths = dict(values or {})
        self.values = {path[-1]: value for path, value in self.paths.items()}

    def expected(self, record: Any) -> int | None:
        """The text of a record that the person saw in the editor: what another window saved since is not written over."""
        return None if self.form is None else record.revision


@contextmanager
def written(session: Session, place: Place, names: Sequence[str], given: Mapping[str, Any]) -> Iterator[Written]:
    """The texts of these fields, from the editor, beside the values that were given. Where they cannot be saved they stay a draft.

    Without a name there is nothing to write. Raises Wrong.
    """
    values: dict[Path, Any] = {(place.head, name): value for name, value in given.items()}
    with written_at(session, place, [(place.head, name) for name in names], values) as found:
        yield found


@contextmanager
def written_at(
    session: Session, place: Place, paths: "Sequence[Path]", given: "Mapping[Path, Any]"
) -> Iterator[Written]:
    """The same for fields anywhere in the form."""
    if not paths:
        yield Written()
        return
    from tui.editing import must_be_allowed
    from tui.form_names import form_named

    must_be_allowed(session.environ)
    form = form_named(session.house, place.case_id, place.form)
    unsaved, texts = _begun(session, form, paths, _said(session, form, given))
    _rest_is_there(form, texts, paths)
    before = {path: texts.get(path, "") for path in paths} if not unsaved.draft else {}
    _write(session, unsaved, texts, paths)
    if all(texts[path] == before.get(path) for path in paths):
        say("Nothing changed.")
        raise click.exceptions.Exit(0)
    with _kept_unless_saved(unsaved, [texts[path] for path in paths]):
        yield Written(form, {path: _entry(form, texts, path).read(texts[path], session.today) for path in paths})


def _rest_is_there(form: "Form", texts: "Mapping[Path, str]", paths: "Sequence[Path]") -> None:
    """What else is needed is asked for before a text is written, not after. Raises Wrong."""
    for entry in form.entries({**texts, **dict.fromkeys(paths, "-")}, paths[0]):
        if entry.needed and entry.path not in paths and not texts.get(entry.path, "").strip():
            raise Wrong(f"{entry.label} is needed.", "--help says how it is given.", entry.name)


def _write(session: Session, unsaved: "Unsaved", texts: "dict[Path, str]", paths: "Sequence[Path]") -> None:
    """One text after the other; each is in the draft as it grows."""
    from tui.editing import edited

    for path in paths:
        stood = texts.get(path, "")

        def keep(now: str, at: "Path" = path, stood: str = stood) -> None:
            texts[at] = now
            if now != stood or unsaved.draft:  # what was given beside it is no draft of its own
                unsaved.keep(texts, at, len(now))

        with _shown_unless_kept(unsaved, texts, path):
            texts[path] = edited(session.environ, stood, keep)


@contextmanager
def _shown_unless_kept(unsaved: "Unsaved", texts: "Mapping[Path, str]", path: "Path") -> Iterator[None]:
    """Where the editor failed, and there is no room for a draft either, the text is said: it is lost nowhere."""
    try:
        yield
    except Wrong:
        if unsaved.trouble:
            talk(f"{unsaved.trouble} {NOT_KEPT}")
            say(texts.get(path, ""))
        raise


@contextmanager
def _kept_unless_saved(unsaved: "Unsaved", texts: Sequence[str]) -> Iterator[None]:
    """Let the draft go once all is saved; say that it is there where it could not be."""
    try:
        yield
    except (Wrong, StoreTrouble) as trouble:
        if unsaved.trouble:
            talk(f"{unsaved.trouble} {NOT_KEPT}")
            say("\n".join(texts))
        elif isinstance(trouble, Wrong):
            raise Wrong(trouble.trouble, KEPT, trouble.field) from None
        else:
            talk(KEPT)
        raise
    with suppress(StoreTrouble):  # one that stays behind is offered again and harms nothing
        unsaved.let_go()


def _begun(
    session: Session, form: "Form", paths: "Sequence[Path]", said: "Mapping[Path, str]"
) -> "tuple[Unsaved, dict[Path, str]]":
    """Go on with what this command left, else begin anew."""
    from checklists.journeys.unsaved import Unsaved
    from checklists.use_cases.drafts import drafts_of, said_at

    texts = {**form.start, **said}
    found = drafts_of(session.store, form.case_id, form.name)
    for draft in found:
        unsaved = Unsaved(session.store, session.house.clock, form, draft)
        if _but(unsaved.texts, paths) == _but(texts, paths):
            return unsaved, {**texts, **{path: unsaved.texts.get(path, "") for path in paths}}
    unsaved = Unsaved(session.store, session.house.clock, form)
    unsaved.begin_anew()
    if found:
        when = said_at(found[0].at, session.today)
        talk(f"Another draft of this is left as it is, of {when}: the screens and --plain offer it.")
    return unsaved, texts


def _but(texts: "Mapping[Path, str]", paths: "Sequence[Path]") -> "dict[Path, str]":
    return {path: text for path, text in texts.items() if text and path not in paths}


def _said(session: Session, form: "Form", given: "Mapping[Path, Any]") -> "dict[Path, str]":
    """What was given on the command line, as it would stand in the form; what the form does not ask is left out."""
    texts: dict[Path, str] = {}
    for path, value in given.items():
        with suppress(LookupError):
            texts[path] = _entry(form, {**form.start, **texts}, path).say(value, session.today)
    return texts


def _entry(form: "Form", texts: "Mapping[Path, str]", path: "Path") -> "Entry":
    """The field of the form; also one that is asked only once there is something in it. Raises LookupError."""
    asked = form.entries({**texts, path: texts.get(path) or "-"}, path)
    for entry in asked:
        if entry.path == path:
            return entry
    raise LookupError(path)
