APPLICATION_ID = 0x53555243
"""What the header of our SQLite files says, "SURC": other programs' files are told apart by it."""
