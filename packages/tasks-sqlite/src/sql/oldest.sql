-- When the waiting task that is due first is, or was, due. Null when none waits.
SELECT min(at) AS at FROM (
  SELECT min(run_at) AS at FROM tasks WHERE state < 2 AND priority = 0
  UNION ALL SELECT min(run_at) FROM tasks WHERE state < 2 AND priority = 1
  UNION ALL SELECT min(run_at) FROM tasks WHERE state < 2 AND priority = 2
  UNION ALL SELECT min(run_at) FROM tasks WHERE state < 2 AND priority = 3
);
