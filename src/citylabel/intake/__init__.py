"""What comes in from people: sheets and forms become records, or problems that name their place."""
