-- Adds what one transaction did to the second it did it in.
INSERT INTO activity (second, enqueued, completed, failed) VALUES (:second, :enqueued, :completed, :failed)
ON CONFLICT (second) DO UPDATE SET
  enqueued = enqueued + excluded.enqueued,
  completed = completed + excluded.completed,
  failed = failed + excluded.failed;
