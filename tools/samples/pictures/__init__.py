"""The drawn pictures. Each module turns a seed into pixels and into the exact place of everything in them."""
