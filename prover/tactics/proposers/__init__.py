"""One idea of what to try in each file; `symbolic.py` weighs them against each other."""
