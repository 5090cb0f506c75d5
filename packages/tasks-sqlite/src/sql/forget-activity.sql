-- Deletes the seconds no rate looks back to.
DELETE FROM activity WHERE second <= :after;
