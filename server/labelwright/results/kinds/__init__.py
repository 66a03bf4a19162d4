"""Value kinds the server computes with, one module per kind; the shapes themselves are in `spec/values`."""
