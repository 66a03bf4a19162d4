"""Draws, speaks and writes the sample data under `examples/`. Run `python -m tools.samples` from the checkout."""
