"""Builds and queries the embedded world gazetteer."""
