-- What happened after second :after, in sums.
SELECT
  coalesce(sum(enqueued), 0) AS enqueued,
  coalesce(sum(completed), 0) AS completed,
  coalesce(sum(failed), 0) AS failed
FROM activity WHERE second > :after;
