SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12
FROM (
  (
    SELECT d_json AS c1, JSONMergePatch(toJSONString(labels), if((applicationname = ''), '{}', concat('{"applicationname":', toJSONString(applicationname), '}')), if((subsystemname = ''), '{}', concat('{"subsystemname":', toJSONString(subsystemname), '}'))) AS c2, toUnixTimestamp64Nano(ts) AS c3, nullIf(severity, 0) AS c4, nullIf(priorityclass, '') AS c5, nullIf(logid, '') AS c6, nullIf(toString(templateid), '0') AS c7, CAST(NULL, 'Nullable(Float64)') AS c8, CAST(NULL, 'Nullable(String)') AS c9, CAST(NULL, 'Nullable(String)') AS c10, CAST(NULL, 'Nullable(String)') AS c11, CAST(NULL, 'Nullable(String)') AS c12
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l02')
  )
  UNION ALL
  (
    SELECT concat('{"traceID":', toJSONString(lower(hex(trace_id))), ',"spanID":', toJSONString(lower(hex(span_id))), ',"parentId":', toJSONString(if((parent_id = toFixedString('', 8)), '', lower(hex(parent_id)))), ',"operationName":', toJSONString(name), ',"startTime":', toString(toFloat64(intDiv(toUnixTimestamp64Nano(ts), toInt64(1000)))), ',"duration":', toString((toFloat64(duration) / 1000.)), ',"tags":', toJSONString(attrs), ',"process":', concat('{"serviceName":', toJSONString(service), ',"tags":', toJSONString(resource), '}'), ',"logs":', concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']'), '}') AS c1, JSONMergePatch(concat('{"operationName":', toJSONString(name), '}'), if((application = ''), '{}', concat('{"applicationName":', toJSONString(application), '}')), if((subsystem = ''), '{}', concat('{"subsystemName":', toJSONString(subsystem), '}')), if((service = ''), '{}', concat('{"serviceName":', toJSONString(service), '}'))) AS c2, toUnixTimestamp64Nano(ts) AS c3, CAST(NULL, 'Nullable(UInt8)') AS c4, CAST(NULL, 'Nullable(String)') AS c5, CAST(NULL, 'Nullable(String)') AS c6, CAST(NULL, 'Nullable(String)') AS c7, (toFloat64(duration) / 1000.) AS c8, multiIf((kind = 1), 'INTERNAL', (kind = 2), 'SERVER', (kind = 3), 'CLIENT', (kind = 4), 'PRODUCER', (kind = 5), 'CONSUMER', 'UNSPECIFIED') AS c9, multiIf((status = 1), 'OK', (status = 2), 'ERROR', 'UNSET') AS c10, nullIf(status_message, '') AS c11, lower(hex(trace_id)) AS c12
    FROM otel.spans
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (duration >= 100000001)
  )
)
ORDER BY c3 ASC NULLS LAST
LIMIT 2000
