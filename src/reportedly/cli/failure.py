"""What ends a command early."""


class InputError(Exception):
    """Bad input or a bad option that leaves a command nothing to do; one line for people, exit code 2."""
