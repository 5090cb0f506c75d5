SELECT nullIf(nullIf(JSONExtractRaw(c3, 'spanID'), ''), 'null') AS c4, toFloat64(count()) AS c5
FROM (
  SELECT nullIf(applicationname, '') AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c2) AS c2, toNullable(c3) AS c3
  FROM (
    SELECT c2, c3
    FROM (
      SELECT nullIf(application, '') AS c2, concat('{"traceID":', toJSONString(lower(hex(trace_id))), ',"spanID":', toJSONString(lower(hex(span_id))), ',"parentId":', toJSONString(if((parent_id = toFixedString('', 8)), '', lower(hex(parent_id)))), ',"operationName":', toJSONString(name), ',"startTime":', toString(toFloat64(intDiv(toUnixTimestamp64Nano(ts), toInt64(1000)))), ',"duration":', toString((toFloat64(duration) / 1000.)), ',"tags":', toJSONString(attrs), ',"process":', concat('{"serviceName":', toJSONString(service), ',"tags":', toJSONString(resource), '}'), ',"logs":', concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']'), '}') AS c3
      FROM otel.spans
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c1 = c2)
GROUP BY c4
HAVING (count() > 0)
ORDER BY toFloat64OrNull(c4) ASC NULLS LAST, if(startsWith(c4, '"'), JSONExtractString(c4), NULL) ASC NULLS LAST, multiIf((c4 = 'true'), true, (c4 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
