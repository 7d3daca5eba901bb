"""Settings that every test shares."""

from __future__ import annotations

import os

from hypothesis import settings

# the same examples on every machine and every day; SITEGEN_HYPOTHESIS=search looks for new ones
settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=150, database=None)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("SITEGEN_HYPOTHESIS", "fixed"))
