"""On which day, here, something was written down."""

from datetime import date, datetime


def local_day(moment: datetime | None) -> date | None:
    """The day it was here at that moment; moments are kept in UTC."""
    return moment.astimezone().date() if moment else None
