"""A page as plain text, as Markdown, and as rows of a screen."""
