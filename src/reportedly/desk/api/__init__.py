"""The REST API under ``/api/v1``: one module a kind of record, found by its ``router``."""
