"""A value that cannot be taken, in a sentence that names the field and how to mend it."""

from checklists.by_key import by_key

NEEDED = by_key("leave_field", "keeps what you typed without it.")
"""How a blank field that is needed is mended: the form can be left."""


class Wrong(ValueError):  # noqa: N818 - a person reads the sentence, not the name
    """Bad input. `trouble` is what is wrong, `mend` how to put it right; never raised with text of a case in it."""

    exit_code = 2

    def __init__(self, trouble: str, mend: str = "", field: str = "") -> None:
        super().__init__(" ".join(part for part in (trouble, mend) if part))
        self.trouble = trouble
        self.mend = mend
        self.field = field


class NotAChoice(Wrong):
    """None of the choices. How to mend it names them, and they may be records of a case: the mask covers them."""
