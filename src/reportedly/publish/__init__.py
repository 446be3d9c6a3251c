"""The gate and the exports behind it."""
