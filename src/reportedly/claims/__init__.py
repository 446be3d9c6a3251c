"""Things become claims."""
