-- Takes back what is held by expired leases: due at once, or dead when the attempts are used up. The attempt was
-- counted when it was claimed, so a crash costs one.
UPDATE tasks
SET
  state = CASE WHEN attempts < attempts_max THEN 1 ELSE 4 END,
  run_at = CASE WHEN attempts < attempts_max THEN :now ELSE run_at END,
  finished_at = CASE WHEN attempts < attempts_max THEN NULL ELSE :now END,
  error = :error,
  token = NULL,
  lock_until = NULL,
  progress = NULL
WHERE state = 2 AND lock_until <= :now;
