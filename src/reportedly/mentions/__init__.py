"""A report becomes labelled spans."""
