SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2
FROM (
  SELECT tupleElement(b1, 1) AS ts, tupleElement(b1, 2) AS d_str, tupleElement(b1, 3) AS d_num, tupleElement(b1, 4) AS d_bool, tupleElement(b1, 5) AS d_json, tupleElement(b1, 6) AS logid
  FROM (
    WITH multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS v1
    SELECT argMax(tuple(ts, d_str, d_num, d_bool, d_json, logid), ts) AS b1
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    GROUP BY multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')), if(startsWith(v1, '"'), JSONExtractString(v1), v1)
  )
)
ORDER BY c1 ASC NULLS LAST, ts DESC NULLS LAST
LIMIT 2000
