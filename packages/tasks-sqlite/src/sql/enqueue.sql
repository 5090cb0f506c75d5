-- Adds one queued task. The caller has looked for its idempotency key in the same transaction.
INSERT INTO tasks (id, type, idempotency_key, state, priority, run_at, attempts, attempts_max, enqueued_at, carrier, payload)
VALUES (:id, :type, :key, 0, :priority, :runAt, 0, :attemptsMax, :now, :carrier, :payload);
