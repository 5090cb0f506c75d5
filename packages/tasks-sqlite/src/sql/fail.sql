-- Ends an attempt: another one is due at :retryAt, or the task is dead when it is not :retryable or has had them all.
-- Changes nothing unless :token is that of the present lease.
UPDATE tasks
SET
  state = CASE WHEN :retryable AND attempts < attempts_max THEN 1 ELSE 4 END,
  run_at = CASE WHEN :retryable AND attempts < attempts_max THEN :retryAt ELSE run_at END,
  finished_at = CASE WHEN :retryable AND attempts < attempts_max THEN NULL ELSE :now END,
  error = :error,
  token = NULL,
  lock_until = NULL,
  progress = NULL
WHERE id = :id AND token = :token AND state = 2
RETURNING state, run_at;
