"""Lifelong learning: repository after repository is learnt from, measured on, and relieved of its `sorry`s.

configuration.py   what a run is asked for, from its TOML file
journal.py         what is done already, so that a run that was stopped goes on
preparation.py     repositories as data: compiled, replayed, in the database
learning.py        one lesson for the retriever, with what is remembered of earlier ones
generator.py       one lesson for the generator of tactics
measuring.py       R@10 and proof rate on every repository seen so far
proving.py         the `sorry`s of a repository, tried and recorded
writing_back.py    proofs back into the repository
setting.py         what every part of a run works with
ordering.py        which repositories can be used, and in which order
models.py          the models after each lesson, and which of them are kept
task.py            one repository: learn, measure, prove
stages.py          what a user's own code does after each lesson
run.py             the whole run, stage by stage
comparison.py      several set-ups over the same repositories, in one table
report.py          curves and the task matrix, as a page
watching.py        a repository that is being worked on
"""
