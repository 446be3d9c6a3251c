"""What is done to a ledger to see whether it holds: `python -m faults`, with ``--short`` as the build does it."""
