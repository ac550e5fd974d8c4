"""Everything dated on a case as one list: what happened, on which day, and when it was written down."""
