SELECT c5, c6
FROM (
  (
    SELECT multiIf(mapContains(d_str, 'tags'), toJSONString(d_str['tags']), mapContains(d_num, 'tags'), toString(d_num['tags']), mapContains(d_bool, 'tags'), if(d_bool['tags'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'tags'), ''), 'null')) AS c5, nullIf(logid, '') AS c6
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
  UNION ALL
  (
    SELECT multiIf(mapContains(d_str, 'scores'), toJSONString(d_str['scores']), mapContains(d_num, 'scores'), toString(d_num['scores']), mapContains(d_bool, 'scores'), if(d_bool['scores'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'scores'), ''), 'null')) AS c5, nullIf(logid, '') AS c6
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
)
WHERE (if(not(ifNull(startsWith(c5, '['), false)), NULL, toFloat64(length(arrayMap((r) -> nullIf(r, 'null'), JSONExtractArrayRaw(ifNull(c5, '[]')))))) > 1.)
ORDER BY c6 ASC NULLS LAST
LIMIT 2000
