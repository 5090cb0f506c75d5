-- How many tasks wait: queued or failed, due or not.
SELECT count(*) AS depth FROM tasks WHERE state < 2;
