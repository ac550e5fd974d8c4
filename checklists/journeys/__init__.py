"""The journeys: what is asked in which order, and what saving it does. Screens and plain lines both walk them."""
