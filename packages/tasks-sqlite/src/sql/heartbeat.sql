-- Prolongs a lease; changes nothing unless :token is that of the present one.
UPDATE tasks SET lock_until = :lockUntil, progress = coalesce(:progress, progress)
WHERE id = :id AND token = :token AND state = 2;
