"""What a person sees and types: screens, plain lines, commands."""

__version__ = "0.1.0"
