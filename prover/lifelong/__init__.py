"""Lifelong learning: repository after repository is learnt from, measured on, and relieved of its `sorry`s.

configuration.py   what a run is asked for, from its TOML file
journal.py         what is done already, so that a run that was stopped goes on
preparation.py     repositories as data: compiled, replayed, in the database
learning.py        one lesson for the retriever, with what is remembered of earlier ones
generator.py       one lesson for the generator of tactics
measuring.py       R@10 and proof rate on every repository seen so far
proving.py         the `sorry`s of a repository, tried and recorded
run.py             the whole run, stage by stage
comparison.py      several set-ups over the same repositories, in one table
report.py          curves and the task matrix, as a page
watching.py        a repository that is being worked on
"""
