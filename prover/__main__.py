"""`python -m prover` is the command `prove`."""

import sys

from prover.cli import main

sys.exit(main())
