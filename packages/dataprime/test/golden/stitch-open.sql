WITH c10 AS c11
SELECT c6 AS c12, nullIf(nullIf(JSONExtractRaw(c11, 'traceID'), ''), 'null') AS c13
FROM (
  SELECT toNullable(c8) AS c8, toNullable(o2_0) AS o2_0, toNullable(c6) AS c6
  FROM (
    SELECT toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c8, o1_0 AS o2_0, c6
    FROM (
      SELECT nullIf(logid, '') AS c6, ts AS o1_0
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY ts ASC NULLS LAST
      LIMIT 2
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c9) AS c9, toNullable(c10) AS c10
  FROM (
    SELECT c9, c10
    FROM (
      SELECT toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c9, c10
      FROM (
        SELECT concat('{"traceID":', toJSONString(lower(hex(trace_id))), ',"spanID":', toJSONString(lower(hex(span_id))), ',"parentId":', toJSONString(if((parent_id = toFixedString('', 8)), '', lower(hex(parent_id)))), ',"operationName":', toJSONString(name), ',"startTime":', toString(toFloat64(intDiv(toUnixTimestamp64Nano(ts), toInt64(1000)))), ',"duration":', toString((toFloat64(duration) / 1000.)), ',"tags":', toJSONString(attrs), ',"process":', concat('{"serviceName":', toJSONString(service), ',"tags":', toJSONString(resource), '}'), ',"logs":', concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']'), '}') AS c10, ts AS o1_0
        FROM otel.spans
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY ts ASC NULLS LAST
        LIMIT 1
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c8 = c9)
ORDER BY multiIf(ifNull(not(isNull(c8)), false), c8, c9) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
