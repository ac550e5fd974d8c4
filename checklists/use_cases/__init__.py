"""What a practitioner does: verbs of the trade. Each takes the store and the clock, loads, changes, saves once, returns."""
