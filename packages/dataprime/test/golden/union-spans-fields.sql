WITH nullIf(nullIf(JSONExtractRaw(c2, 'serviceName'), ''), 'null') AS v1
SELECT c3 AS c13, nullIf(nullIf(JSONExtractRaw(c1, 'duration'), ''), 'null') AS c14, nullIf(nullIf(JSONExtractRaw(c2, 'applicationname'), ''), 'null') AS c15, nullIf(nullIf(JSONExtractRaw(c2, 'serviceName'), ''), 'null') AS c16, nullIf(nullIf(JSONExtractRaw(c1, 'traceID'), ''), 'null') AS c17
FROM (
  (
    SELECT d_json AS c1, JSONMergePatch(toJSONString(labels), if((applicationname = ''), '{}', concat('{"applicationname":', toJSONString(applicationname), '}')), if((subsystemname = ''), '{}', concat('{"subsystemname":', toJSONString(subsystemname), '}'))) AS c2, toUnixTimestamp64Nano(ts) AS c3
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
  UNION ALL
  (
    SELECT concat('{"traceID":', toJSONString(lower(hex(trace_id))), ',"spanID":', toJSONString(lower(hex(span_id))), ',"parentId":', toJSONString(if((parent_id = toFixedString('', 8)), '', lower(hex(parent_id)))), ',"operationName":', toJSONString(name), ',"startTime":', toString(toFloat64(intDiv(toUnixTimestamp64Nano(ts), toInt64(1000)))), ',"duration":', toString((toFloat64(duration) / 1000.)), ',"tags":', toJSONString(attrs), ',"process":', concat('{"serviceName":', toJSONString(service), ',"tags":', toJSONString(resource), '}'), ',"logs":', concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']'), '}') AS c1, JSONMergePatch(concat('{"operationName":', toJSONString(name), '}'), if((application = ''), '{}', concat('{"applicationName":', toJSONString(application), '}')), if((subsystem = ''), '{}', concat('{"subsystemName":', toJSONString(subsystem), '}')), if((service = ''), '{}', concat('{"serviceName":', toJSONString(service), '}'))) AS c2, toUnixTimestamp64Nano(ts) AS c3
    FROM otel.spans
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
)
WHERE ((toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c1, 'duration'), ''), 'null')) >= 950.) OR (if(startsWith(v1, '"'), JSONExtractString(v1), NULL) = 'ledger'))
ORDER BY c13 ASC NULLS LAST
LIMIT 2000
