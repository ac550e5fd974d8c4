"""What is searched beside the person's own records: practice content, such as themes and reviews. Add a source here."""

from collections.abc import Callable, Iterable

from checklists.searching.texts import Searched

Source = Callable[[], Iterable[Searched]]
"""Gives everything that can be found in one kind of content, made with `searched`; its spot says what Enter opens."""

EVERY: tuple[Source, ...] = ()
"""Content is the same for every case and holds nothing of a person, so it is searched before any case is read."""
