-- Ends a task with its result; changes nothing unless :token is that of the present lease.
UPDATE tasks
SET state = 3, finished_at = :now, result = :result, token = NULL, lock_until = NULL, progress = NULL
WHERE id = :id AND token = :token AND state = 2;
