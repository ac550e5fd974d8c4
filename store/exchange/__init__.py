"""Files that come from other systems and go to them."""
