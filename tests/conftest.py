"""What all tests go by: how often a law is tried, and a terminal of all colours.

A law is tried two dozen times, a hundred in the long form. Tests of screens wait for timers half of
their time, so that half as many processes again as there are cores run them.
"""

import os

from hypothesis import HealthCheck, settings

os.environ["COLORTERM"] = "truecolor"


def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes `-n auto` means."""
    cores = os.cpu_count() or 1
    return cores + cores // 2


# Speed stands in the benchmarks: a law holds on a busy machine too.
settings.register_profile("any", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("short", settings.get_profile("any"), max_examples=25)
settings.load_profile("any")
if not os.environ.get("BRIEFING_TEST_LONG"):
    settings.load_profile("short")
