"""One target for each parser of what comes from outside, to be driven by a coverage-guided fuzzer or by kept cases."""
