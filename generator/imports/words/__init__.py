"""The words of one cell to what they mean; nothing here knows of tables."""
