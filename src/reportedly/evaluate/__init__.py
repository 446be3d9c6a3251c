"""Gold, scores, gates."""
