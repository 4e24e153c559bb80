"""The tables of the theorem database, as a list of migrations: a file's version is how many of them it has seen.

A theorem is known by its repository and full name, so it stays the same when its file moves or is renamed. What a later
commit no longer has is marked as gone, never deleted: proofs and attempts of it stay true of what they were made for.

What a proof rests on is kept as three digests: of the statement, of the file's text before it, and of all that the file
imports. A proof is current as long as the three are those of the theorem now.
"""

from __future__ import annotations

APPLICATION_ID = 0x4C4C5444  # "LLTD"

_FIRST = """
CREATE TABLE repository (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    url TEXT NOT NULL UNIQUE,
    is_package INTEGER NOT NULL DEFAULT 0,  -- known only because others import it
    revision_id INTEGER REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    repository_id INTEGER NOT NULL REFERENCES repository (id),
    hash TEXT NOT NULL,                      -- the commit; empty for a folder without Git
    lean TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE INDEX revision_repository ON revision (repository_id);
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    repository_id INTEGER NOT NULL REFERENCES repository (id),
    path TEXT NOT NULL,
    digest TEXT NOT NULL,                    -- of text and compiled form
    imports_digest TEXT NOT NULL DEFAULT '', -- of all that it imports, directly or not
    is_gone INTEGER NOT NULL DEFAULT 0,
    UNIQUE (repository_id, path)
) STRICT;
CREATE TABLE import (
    file_id INTEGER NOT NULL REFERENCES file (id),
    imported_id INTEGER NOT NULL REFERENCES file (id),
    PRIMARY KEY (file_id, imported_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_imported ON import (imported_id);
CREATE TABLE theorem (                       -- every declaration; those with `is_theorem` are to be proved
    id INTEGER PRIMARY KEY,
    repository_id INTEGER NOT NULL REFERENCES repository (id),
    file_id INTEGER NOT NULL REFERENCES file (id),
    full_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_theorem INTEGER NOT NULL,
    is_premise INTEGER NOT NULL,             -- whether it has a name that others can use
    origin TEXT NOT NULL DEFAULT 'repository' CHECK (origin IN ('repository', 'conjecture')),
    start_line INTEGER NOT NULL,
    start_column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    end_column INTEGER NOT NULL,
    code TEXT NOT NULL,                      -- as a premise: without comments, a theorem's without its proof
    statement TEXT NOT NULL,
    proof TEXT NOT NULL,
    docstring TEXT,
    num_holes INTEGER NOT NULL,              -- how often it says `sorry`
    num_steps INTEGER,                       -- tactics of its proof; null without a tactic proof
    statement_digest TEXT NOT NULL,
    before_digest TEXT NOT NULL,
    gone_revision_id INTEGER REFERENCES revision (id)
) STRICT;
CREATE INDEX theorem_name ON theorem (repository_id, full_name);
CREATE INDEX theorem_file ON theorem (file_id);
CREATE INDEX theorem_holes ON theorem (repository_id) WHERE num_holes > 0 AND gone_revision_id IS NULL;
CREATE TABLE constant (                      -- what Lean knows by a name, and the declaration that it belongs to
    file_id INTEGER NOT NULL REFERENCES file (id),
    name TEXT NOT NULL,
    theorem_id INTEGER REFERENCES theorem (id),
    start_line INTEGER NOT NULL,
    start_column INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    end_column INTEGER NOT NULL,
    PRIMARY KEY (file_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX constant_name ON constant (name);
CREATE INDEX constant_theorem ON constant (theorem_id);
CREATE TABLE use (                           -- the premises that a proof names
    theorem_id INTEGER NOT NULL REFERENCES theorem (id),
    premise_id INTEGER NOT NULL REFERENCES theorem (id),
    PRIMARY KEY (theorem_id, premise_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX use_premise ON use (premise_id);
CREATE TABLE model (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,                      -- retriever, generator, conjecturer, value
    path TEXT NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (kind, path)
) STRICT;
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    configuration TEXT NOT NULL,             -- JSON
    started_at TEXT NOT NULL,
    finished_at TEXT
) STRICT;
CREATE TABLE proof (
    id INTEGER PRIMARY KEY,
    theorem_id INTEGER NOT NULL REFERENCES theorem (id),
    hole INTEGER NOT NULL,                   -- which `sorry` of it, from 1
    text TEXT NOT NULL,
    origin TEXT NOT NULL,                    -- who found it
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'refused', 'unchecked')),
    axioms TEXT NOT NULL,                    -- JSON
    statement_digest TEXT NOT NULL,
    before_digest TEXT NOT NULL,
    imports_digest TEXT NOT NULL,
    run_id INTEGER REFERENCES run (id),
    found_at TEXT NOT NULL,
    UNIQUE (theorem_id, hole, text)
) STRICT;
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    theorem_id INTEGER NOT NULL REFERENCES theorem (id),
    hole INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    budget_checks INTEGER NOT NULL,
    budget_seconds REAL NOT NULL,
    num_checks INTEGER NOT NULL,
    seconds REAL NOT NULL,
    seed INTEGER NOT NULL,
    generator TEXT NOT NULL,
    model_id INTEGER REFERENCES model (id),  -- the retriever that chose the premises
    run_id INTEGER REFERENCES run (id),
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX attempt_theorem ON attempt (theorem_id);
"""

# What can be worked out from the other tables, kept because it takes too long to work out for every question.
_REACH = """
CREATE TABLE reach (
    file_id INTEGER PRIMARY KEY REFERENCES file (id),
    imported BLOB NOT NULL,                  -- all files imported, directly or not: a bit for every id, deflated
    premises BLOB NOT NULL                   -- the ids of its own premises in order, 64 bits each
) STRICT;
CREATE TABLE text (
    file_id INTEGER PRIMARY KEY REFERENCES file (id),
    source BLOB NOT NULL                     -- deflated
) STRICT;
CREATE TABLE traced (                        -- a theorem's tactics with the goals around them
    theorem_id INTEGER PRIMARY KEY REFERENCES theorem (id),
    tactics TEXT NOT NULL                    -- JSON, as LeanDojo writes them
) STRICT;
"""

MIGRATIONS = (_FIRST, _REACH)
