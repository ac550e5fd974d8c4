"""What practice asks and does: questions, timescales, signals, pages, use-cases."""
