-- How many waiting tasks would be started before this one, counted up to :max. 0 when it does not wait.
WITH mine AS (SELECT priority, run_at, seq FROM tasks WHERE id = :id AND state < 2)
SELECT count(*) AS position FROM (
  SELECT 1 FROM mine CROSS JOIN tasks AS t ON t.priority > mine.priority WHERE t.state < 2
  UNION ALL
  SELECT 1 FROM mine CROSS JOIN tasks AS t
    ON t.priority = mine.priority AND (t.run_at, t.seq) < (mine.run_at, mine.seq) WHERE t.state < 2
  LIMIT :max
);
