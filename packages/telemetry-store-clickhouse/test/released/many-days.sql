-- Spans of more days than the engine takes in one insert unless it is told to.
INSERT INTO otel.spans (ts, trace_id, span_id, service, name, kind) SELECT toDateTime64('2026-01-01 14:00:00', 9, 'UTC') + toIntervalDay(number), unhex(leftPad(hex(number), 32, '0')), unhex('0000000000000002'), 'old', 'GET /', 2 FROM numbers(150) SETTINGS max_partitions_per_insert_block = 0;
