-- The earliest moment at which there is something to claim: a waiting task's time or a lease's end. Null when there
-- is none. One index seek for each of the four priorities and one for the leases.
SELECT min(at) AS at FROM (
  SELECT min(run_at) AS at FROM tasks WHERE state < 2 AND priority = 0
  UNION ALL SELECT min(run_at) FROM tasks WHERE state < 2 AND priority = 1
  UNION ALL SELECT min(run_at) FROM tasks WHERE state < 2 AND priority = 2
  UNION ALL SELECT min(run_at) FROM tasks WHERE state < 2 AND priority = 3
  UNION ALL SELECT min(lock_until) FROM tasks WHERE state = 2
);
