"""What a key changes on a page comes in one painting, not row by row a blink apart."""

from tests.tui.on_a_pty import demo


def test_a_row_and_what_is_said_about_it_come_together() -> None:
    """Wherever the cursor is on the screen, the foot explains that row and no other, for eight keys on end."""
    with demo() as terminal:
        terminal.quiet()
        for key in "jjjjkkkk":
            before = terminal.text
            terminal.send(key)
            terminal.until(lambda before=before: terminal.text != before, "the next row")  # type: ignore[misc]
            rows = [line for line in terminal.text.splitlines() if line.startswith(" > F-10")]
            number = rows[0].split()[1].removeprefix("F-10")
            assert f"Row {number} explained." in terminal.text
            terminal.quiet()
