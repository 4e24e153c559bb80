"""The theorem database: what is known of repositories, their theorems, premises and proofs, in one SQLite file.

schema.py      the tables, and how older files are brought up to date
store.py       opening a file, transactions, backups, integrity
reading.py     from a repository's files to records: by `.ilean` files where it is built, from the text where not
adding.py      a commit into the database; unchanged files are not read again
proofs.py      what a prover leaves: attempts and proofs, runs and models
queries.py     what can be asked
exchange.py    to and from other forms: LeanDojo's data sets, Lean files, JSONL
graph.py       a repository's files and their imports as a picture
"""
