SELECT toUnixTimestamp64Nano(ts) AS t0, (toFloat64(duration) / 1000.) AS t1, multiIf((kind = 1), 'INTERNAL', (kind = 2), 'SERVER', (kind = 3), 'CLIENT', (kind = 4), 'PRODUCER', (kind = 5), 'CONSUMER', 'UNSPECIFIED') AS t2, multiIf((status = 1), 'OK', (status = 2), 'ERROR', 'UNSET') AS t3, nullIf(status_message, '') AS t4, lower(hex(trace_id)) AS t5, nullIf(application, '') AS t6, nullIf(subsystem, '') AS t7, nullIf(service, '') AS t8, name AS t9, lower(hex(trace_id)) AS t10, lower(hex(span_id)) AS t11, if((parent_id = toFixedString('', 8)), '', lower(hex(parent_id))) AS t12, name AS t13, toFloat64(intDiv(toUnixTimestamp64Nano(ts), toInt64(1000))) AS t14, (toFloat64(duration) / 1000.) AS t15, toJSONString(attrs) AS t16, concat('{"serviceName":', toJSONString(service), ',"tags":', toJSONString(resource), '}') AS t17, concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']') AS t18
FROM (
  SELECT tupleElement(b1, 1) AS ts, tupleElement(b1, 2) AS duration, tupleElement(b1, 3) AS kind, tupleElement(b1, 4) AS status, tupleElement(b1, 5) AS status_message, tupleElement(b1, 6) AS trace_id, tupleElement(b1, 7) AS application, tupleElement(b1, 8) AS subsystem, tupleElement(b1, 9) AS service, tupleElement(b1, 10) AS name, tupleElement(b1, 11) AS span_id, tupleElement(b1, 12) AS parent_id, tupleElement(b1, 13) AS attrs, tupleElement(b1, 14) AS resource, tupleElement(b1, 15) AS `events.ts`, tupleElement(b1, 16) AS `events.name`, tupleElement(b1, 17) AS `events.attrs`
  FROM (
    SELECT argMax(tuple(ts, duration, kind, status, status_message, trace_id, application, subsystem, service, name, span_id, parent_id, attrs, resource, events.ts, events.name, events.attrs), ts) AS b1
    FROM otel.spans
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    GROUP BY service
  )
)
ORDER BY nullIf(service, '') ASC NULLS LAST, ts DESC NULLS LAST
LIMIT 2000
