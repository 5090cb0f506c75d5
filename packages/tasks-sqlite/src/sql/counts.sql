-- Tasks by type and state, read from the index alone.
SELECT type, state, count(*) AS count FROM tasks GROUP BY type, state;
