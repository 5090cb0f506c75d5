SELECT c4 AS c2, nullIf(nullIf(JSONExtractRaw(c1, 'name'), ''), 'null') AS c3
FROM (
  WITH concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']') AS v1, if(not(ifNull(startsWith(v1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> if(startsWith(nullIf(r, 'null'), '{'), nullIf(r, 'null'), NULL), JSONExtractArrayRaw(ifNull(v1, '[]')))) AS v2, length(v2) AS v3
  SELECT ts AS o2_0, c4, arrayResize(v2, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM (
    SELECT tupleElement(b1, 1) AS c4, tupleElement(b1, 2) AS ts, tupleElement(b1, 3) AS `events.ts`, tupleElement(b1, 4) AS `events.name`, tupleElement(b1, 5) AS `events.attrs`
    FROM (
      WITH nullIf(service, '') AS c4
      SELECT argMax(tuple(c4, ts, events.ts, events.name, events.attrs), ts) AS b1
      FROM otel.spans
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      GROUP BY service
    )
  )
  ORDER BY ts DESC NULLS LAST
)
ARRAY JOIN e1 AS c1
ORDER BY o2_0 DESC NULLS LAST
LIMIT 2000
