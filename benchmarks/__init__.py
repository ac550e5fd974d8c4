"""How fast casereflect is and how few bytes it sends, measured from outside on a terminal. `make bench` runs all of it."""
