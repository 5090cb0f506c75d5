-- Queues a failed, dead or cancelled task anew, due at once, with no attempt counted.
UPDATE tasks
SET state = 0, attempts = 0, run_at = :now, started_at = NULL, finished_at = NULL, error = NULL
WHERE id = :id AND state IN (1, 4, 5)
RETURNING *;
