"""Labelwright: a data-labelling studio."""
