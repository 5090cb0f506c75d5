-- Deletes at most :batch of the finished tasks beyond the newest :keep, oldest first.
DELETE FROM tasks WHERE seq IN (
  SELECT seq FROM tasks WHERE state > 2 ORDER BY finished_at, seq
  LIMIT min(:batch, max(0, (SELECT count(*) FROM tasks WHERE state > 2) - :keep))
);
