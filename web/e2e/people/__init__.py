"""People at browsers, and what they bring."""
