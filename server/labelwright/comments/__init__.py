"""What people say about annotations."""
