"""What is particular to a conflict: sources, owners, weapons, actors, office holders, records, as data."""
