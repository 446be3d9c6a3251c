"""Readings as people see them: on a terminal, and as one self-contained page."""
