"""What all tests go by: how often a law is tried, and a terminal of all colours.

A law is tried two dozen times, a hundred in the long form.
"""

import os

from hypothesis import settings

os.environ["COLORTERM"] = "truecolor"

settings.register_profile("short", max_examples=25)
if not os.environ.get("BRIEFING_TEST_LONG"):
    settings.load_profile("short")
