"""The rows of each list of evidence: one small file for each question."""
