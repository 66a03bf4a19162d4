"""Small domain-free things: time, ids, JSON."""
