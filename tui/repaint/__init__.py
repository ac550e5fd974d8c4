"""Slow links: between Textual and the terminal, so that only the cells that changed are sent."""

from tui.repaint.choice import STOCK, TESTED, pick

__all__ = ["STOCK", "TESTED", "pick"]
