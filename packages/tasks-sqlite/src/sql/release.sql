-- Gives a task back unfinished: due at once, the attempt not counted. Changes nothing unless :token is that of the
-- present lease.
UPDATE tasks
SET state = 0, attempts = attempts - 1, run_at = :now, started_at = NULL, token = NULL, lock_until = NULL, progress = NULL
WHERE id = :id AND token = :token AND state = 2;
