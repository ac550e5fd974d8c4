"""What fills each section of a pack, by its name in the one list."""

from collections.abc import Callable, Mapping

from checklists.pages.paper_about import About, Part
from checklists.pages.paper_hour import agreed, learning, private, wanted
from checklists.pages.paper_life import life, own_words
from checklists.pages.paper_thinking import actions, answers, changed, prompts, unknown, wonder

Make = Callable[[About], Part]

PACK_PARTS: Mapping[str, Make] = {
    "own_words": own_words,
    "life": life,
    "changed": changed,
    "answers": answers,
    "wonder": wonder,
    "unknown": unknown,
    "prompts": prompts,
    "actions": actions,
    "learning": learning,
    "private": private,
    "wanted": wanted,
    "agreed": agreed,
}
"""What fills each section of a pack."""
