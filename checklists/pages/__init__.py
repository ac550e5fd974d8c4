"""Pages, composed once of plain blocks and shown by every outlet."""
