"""What follows from the records for a day: pure functions, nothing written by hand."""
