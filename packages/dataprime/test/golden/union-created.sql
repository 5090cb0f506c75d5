SELECT nullIf(logid, '') AS c5, c3 AS c6, c4 AS c7
FROM (
  (
    WITH (if(mapContains(d_num, 'duration'), d_num['duration'], NULL) > 500.) AS c1
    SELECT multiIf(mapContains(d_str, 'fast'), toJSONString(d_str['fast']), mapContains(d_num, 'fast'), toString(d_num['fast']), mapContains(d_bool, 'fast'), if(d_bool['fast'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'fast'), ''), 'null')) AS c4, multiIf(isNull(c1), NULL, c1, 'true', 'false') AS c3, logid
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND c1
  )
  UNION ALL
  (
    WITH true AS c2
    SELECT multiIf(isNull(c2), NULL, c2, 'true', 'false') AS c4, multiIf(mapContains(d_str, 'slow'), toJSONString(d_str['slow']), mapContains(d_num, 'slow'), toString(d_num['slow']), mapContains(d_bool, 'slow'), if(d_bool['slow'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'slow'), ''), 'null')) AS c3, logid
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (d_num['status'] = 200.)
  )
)
ORDER BY c5 ASC NULLS LAST
LIMIT 2000
