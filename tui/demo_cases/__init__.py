"""Twelve made-up cases, one file each. Nobody in them exists."""
