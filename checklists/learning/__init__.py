"""Learning from reviews, and help while a case is reviewed: what the content files say of it, read and checked."""
