"""Rules draw conclusions from facts: pure functions, with the date always an argument and a reason for every result."""
