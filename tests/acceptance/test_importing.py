"""Import on the command line: preview, then bring in one's own rows."""
