"""Reports in: raw bytes become a Report."""
