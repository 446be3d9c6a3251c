"""Claims become incidents."""
