"""Spans become things: places, intervals, quantities, weapons, sources."""
