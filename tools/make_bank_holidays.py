"""Writes checklists/bank_holidays.py from the holidays library: python tools/make_bank_holidays.py."""

from pathlib import Path

import holidays

FIRST, LAST = 2015, 2032
HEAD = '''"""England's bank holidays, generated from the holidays library; `make test` compares the two.

A year past the last one here has no bank holidays to leave out, and screens say so.
"""

from datetime import date

FIRST_YEAR = {first}
LAST_YEAR = {last}

_DAYS = """
{days}
"""

BANK_HOLIDAYS: frozenset[date] = frozenset(date.fromisoformat(day) for day in _DAYS.split())
'''


def table() -> str:
    """The text of the module."""
    days = sorted(holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST, LAST + 1)))
    years = [" ".join(f"{day}" for day in days if day.year == year) for year in range(FIRST, LAST + 1)]
    return HEAD.format(first=FIRST, last=LAST, days="\n".join(years))


if __name__ == "__main__":
    Path(__file__).parents[1].joinpath("checklists", "bank_holidays.py").write_text(table(), encoding="utf-8")
