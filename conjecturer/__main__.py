"""`python -m conjecturer` is the command `conjecture`."""

from __future__ import annotations

import sys

from conjecturer.cli import main

sys.exit(main())
