SELECT nullIf(nullIf(JSONExtractRaw(c1, 'msg'), ''), 'null') AS c13, nullIf(nullIf(JSONExtractRaw(c1, 'operationName'), ''), 'null') AS c14
FROM (
  (
    SELECT d_json AS c1
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
  UNION ALL
  (
    SELECT concat('{"traceID":', toJSONString(lower(hex(trace_id))), ',"spanID":', toJSONString(lower(hex(span_id))), ',"parentId":', toJSONString(if((parent_id = toFixedString('', 8)), '', lower(hex(parent_id)))), ',"operationName":', toJSONString(name), ',"startTime":', toString(toFloat64(intDiv(toUnixTimestamp64Nano(ts), toInt64(1000)))), ',"duration":', toString((toFloat64(duration) / 1000.)), ',"tags":', toJSONString(attrs), ',"process":', concat('{"serviceName":', toJSONString(service), ',"tags":', toJSONString(resource), '}'), ',"logs":', concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']'), '}') AS c1
    FROM otel.spans
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
)
WHERE ((positionCaseInsensitive(ifNull(c1, '{}'), 'PaymentError') > 0) AND arrayExists((x) -> match(x, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])PaymentError(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'), arrayMap((l) -> if(startsWith(l, '"'), JSONExtractString(l), l), arrayFilter((l) -> not(endsWith(l, ':')), extractAll(ifNull(ifNull(c1, '{}'), ''), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|-?[0-9][0-9.eE+-]*|true|false')))))
ORDER BY toFloat64OrNull(c13) ASC NULLS LAST, if(startsWith(c13, '"'), JSONExtractString(c13), NULL) ASC NULLS LAST, multiIf((c13 = 'true'), true, (c13 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
