"""Search over everything a person has: read once into memory, never written anywhere."""
