-- Version 1 of the task file. One table holds every task of every state; each question the store asks of it has a
-- partial index that only the rows of that question are in, so that a million finished tasks cost a claim nothing.
-- state: 0 queued, 1 failed (waits for its next attempt), 2 running, 3 completed, 4 dead, 5 cancelled.
-- Times are milliseconds since the Unix epoch; payload, carrier and result are JSON. The columns that scans read
-- stand before the long ones, so that a scan never touches an overflow page.
CREATE TABLE tasks (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  idempotency_key TEXT,
  state INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  run_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  attempts_max INTEGER NOT NULL,
  token TEXT,
  lock_until INTEGER,
  enqueued_at INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER,
  progress REAL,
  error TEXT,
  carrier TEXT NOT NULL,
  payload TEXT NOT NULL,
  result TEXT
) STRICT;

CREATE UNIQUE INDEX tasks_key ON tasks (type, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX tasks_ready ON tasks (priority, run_at, seq) WHERE state < 2;
CREATE INDEX tasks_active ON tasks (lock_until) WHERE state = 2;
CREATE INDEX tasks_done ON tasks (finished_at, seq) WHERE state > 2;
CREATE INDEX tasks_counts ON tasks (type, state);

-- What happened in each second, for the rates; seconds older than the longest rate are deleted by forget.
CREATE TABLE activity (
  second INTEGER PRIMARY KEY,
  enqueued INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  failed INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 1;
