"""Claims and incidents become findings."""
