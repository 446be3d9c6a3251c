"""Readings as pages: an edition of a text with its claims beside it, the drawings of incidents, and words for both."""
