"""Readings on a terminal."""
