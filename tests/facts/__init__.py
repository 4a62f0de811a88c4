"""What follows from the records."""
