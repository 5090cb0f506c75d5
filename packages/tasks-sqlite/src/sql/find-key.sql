-- The id of the task that has this idempotency key, if any.
SELECT id FROM tasks WHERE type = :type AND idempotency_key = :key;
