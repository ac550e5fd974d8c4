"""Which child of a case is meant: `K.M.=alone` speaks of one of them, `alone` of an only child."""

from collections.abc import Sequence

from checklists.wrong import Wrong
from store.records import Child

WHICH = "Say which child, by initials or own id, as in K.M.=alone."


def child_named(children: Sequence[Child], named: str) -> Child | None:
    """The child with these initials, this own id, or an id that ends so; case and dots ignored. Raises Wrong for two."""
    wanted = _plain(named)
    if not wanted:
        return None
    found = [
        child
        for child in children
        if wanted in (_plain(child.initials), _plain(child.own_id), _plain(child.short_id), _plain(child.id))
    ]
    if len(found) > 1:
        raise Wrong("Two children of this case are called so.", "Give the own id, or the last six letters of the id.")
    return found[0] if found else None


def one_child(children: Sequence[Child], named: str) -> Child:
    """The same; there must be one. Raises Wrong."""
    found = child_named(children, named)
    if found is None:
        raise Wrong("No child of this case is called so.", "`casereflect child list CASE` shows them.", "child_id")
    return found


def by_child(children: Sequence[Child], option: str, values: Sequence[str]) -> dict[str, str]:
    """What an option says of each child, by child id. Raises Wrong.

    Only what stands before the first `=`, and names a child, is taken for one: a text may have `=` in it.
    """
    said: dict[str, str] = {}
    for value in values:
        child, text = _split(children, option, value)
        if child.id in said:
            raise Wrong(f"{option} is given twice for one child.", "Give it once for each.")
        said[child.id] = text
    return said


def _split(children: Sequence[Child], option: str, value: str) -> tuple[Child, str]:
    name, equals, text = value.partition("=")
    named = child_named(children, name) if equals else None
    if named is not None:
        return named, text
    if len(children) != 1:
        trouble = (
            "No child is recorded on this case." if not children else f"{option}: this case has more than one child."
        )
        raise Wrong(trouble, "`casereflect child add` adds one." if not children else WHICH)
    return children[0], value


def _plain(name: str) -> str:
    return name.replace(".", "").replace(" ", "").casefold()
