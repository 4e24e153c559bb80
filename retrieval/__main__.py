"""`python -m retrieval` is the command `retrieve`."""

import sys

from retrieval.cli import main

sys.exit(main())
