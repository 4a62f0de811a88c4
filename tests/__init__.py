"""The tests; they mirror `generator`."""
