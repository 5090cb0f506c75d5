-- Gives out at most :slots due tasks of one priority, counting the attempt. :types is a JSON array. Rows come back
-- in no order.
UPDATE tasks
SET
  state = 2,
  attempts = attempts + 1,
  token = :token,
  lock_until = :lockUntil,
  started_at = :now,
  progress = NULL,
  error = NULL
WHERE seq IN (
  SELECT seq FROM tasks
  WHERE state < 2 AND priority = :priority AND run_at <= :now AND type IN (SELECT value FROM json_each(:types))
  ORDER BY run_at, seq
  LIMIT :slots
)
RETURNING *;
