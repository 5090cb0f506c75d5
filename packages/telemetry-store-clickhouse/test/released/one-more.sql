-- A span that comes when the tables are those of now.
INSERT INTO otel.spans (ts, trace_id, span_id, service, name, kind) SELECT toDateTime64('2026-09-21 15:00:00', 9, 'UTC'), unhex(leftPad('ffff', 32, '0')), unhex('0000000000000002'), 'late', 'GET /', 2;
