"""`python .` from a checkout, and the entry of a one-file bundle."""

from briefing.cli import main

if __name__ == "__main__":
    main()
