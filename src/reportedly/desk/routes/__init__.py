"""The pages: one module a room of the desk, found by its ``router``."""
