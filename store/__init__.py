"""What is kept: records, the case store, exchange with other systems."""
