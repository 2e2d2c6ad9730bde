"""The command line: parse, call the desk, print."""


def main() -> None:
    """Run the command line."""
