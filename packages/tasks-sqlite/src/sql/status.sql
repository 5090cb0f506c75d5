-- One task.
SELECT * FROM tasks WHERE id = :id;
