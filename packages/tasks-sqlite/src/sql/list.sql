-- Tasks added before :before, newest first; :state and :type are null when all are wanted. Walks the table, so a rare
-- state costs a walk over all that is kept (bounded by the limits on waiting and finished tasks).
SELECT * FROM tasks
WHERE seq < :before AND (:state IS NULL OR state = :state) AND (:type IS NULL OR type = :type)
ORDER BY seq DESC
LIMIT :limit;
