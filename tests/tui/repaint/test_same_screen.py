"""Whatever is painted: the terminal shows the same, cell for cell, as without the saving."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.repaint.emulated import Emulated
from tests.tui.repaint.paintings import SIZES, Painting, Resized, histories, lists, paintings
from tui.repaint.repaint import Repaint

pytestmark = pytest.mark.walk


@pytest.mark.parametrize("erases", [False, True])
def test_every_history_gives_the_same_screen(erases: bool) -> None:
    """Random paintings, wide letters and marks, lists that scroll, other writes, changes of size."""

    @settings(max_examples=120, deadline=None)
    @given(histories())
    def same(history: list[Painting | Resized]) -> None:
        now = [SIZES[0]]
        repaint = Repaint(lambda: now[0], erases=erases)
        stock, ours = Emulated(*SIZES[0]), Emulated(*SIZES[0])
        for event in history:
            if isinstance(event, Resized):
                now[0] = event.size
                for terminal in (stock, ours):
                    terminal.resize(*event.size)
                repaint.forget()  # the program says so at each change of size
            else:
                stock.feed(event.text)
                ours.feed(repaint.sent_for(event.text))
            assert ours.grid == stock.grid
            assert not ours.screen.margins or ours.screen.margins == (0, ours.screen.lines - 1)

    same()


@given(paintings(SIZES[1], "abc 12│"))
@settings(max_examples=100, deadline=None)
def test_the_same_painting_again_sends_nothing(painting: Painting) -> None:
    """Not even the place of the cursor."""
    repaint = Repaint(lambda: SIZES[1])
    repaint.sent_for(painting.text)
    assert repaint.sent_for(painting.text) == ""


@given(st.text(alphabet=st.sampled_from("\x1b[]0123456789;HmKhl?a \n\t王\u0301\x07"), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_goes_out(text: str) -> None:
    """A first text is sent as it is, or as a painting that shows the same."""
    stock, ours = Emulated(20, 6), Emulated(20, 6)
    sent = Repaint(lambda: (20, 6)).sent_for(text)
    if sent != text:
        stock.feed(text)
        ours.feed(sent)
        assert ours.grid == stock.grid


@given(st.sampled_from(SIZES).flatmap(lambda size: st.tuples(st.just(size), lists(size))))
@settings(max_examples=50, deadline=None)
def test_no_row_is_pushed_off_the_top_of_the_screen(drawn: tuple[tuple[int, int], list[Painting]]) -> None:
    """Rows that leave a region at the top of the screen could be kept in a scroll-back."""
    size, scrolled = drawn
    repaint = Repaint(lambda: size)
    assert not any(re.search(r"\x1b\[1;\d+r", repaint.sent_for(painting.text)) for painting in scrolled)
