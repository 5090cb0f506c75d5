-- Ends a waiting or running task without a result. Clearing the token fences off a worker that holds it.
UPDATE tasks
SET state = 5, finished_at = :now, token = NULL, lock_until = NULL, progress = NULL, error = NULL
WHERE id = :id AND state <= 2
RETURNING *;
