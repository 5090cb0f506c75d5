-- Deletes at most :batch tasks that were finished before :cutoff, oldest first.
DELETE FROM tasks WHERE seq IN (
  SELECT seq FROM tasks WHERE state > 2 AND finished_at < :cutoff ORDER BY finished_at, seq LIMIT :batch
);
