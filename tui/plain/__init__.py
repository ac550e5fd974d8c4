"""Plain mode: everything that the screens do, in lines. For screen readers, bad links and scripts."""
