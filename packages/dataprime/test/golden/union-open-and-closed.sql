WITH nullIf(nullIf(JSONExtractRaw(c3, 'text'), ''), 'null') AS v1, nullIf(nullIf(JSONExtractRaw(c3, 'text'), ''), 'null') AS v2
SELECT c3, c4, c5, c6, c7, c8, c9
FROM (
  (
    SELECT d_json AS c3, JSONMergePatch(toJSONString(labels), if((applicationname = ''), '{}', concat('{"applicationname":', toJSONString(applicationname), '}')), if((subsystemname = ''), '{}', concat('{"subsystemname":', toJSONString(subsystemname), '}'))) AS c4, toUnixTimestamp64Nano(ts) AS c5, nullIf(severity, 0) AS c6, nullIf(priorityclass, '') AS c7, nullIf(logid, '') AS c8, nullIf(toString(templateid), '0') AS c9
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l06')
  )
  UNION ALL
  (
    SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"msg":', 'null', '}'), concat('{"msg":', ifNull(multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')), 'null'), '}')) AS c3, CAST(NULL, 'Nullable(String)') AS c4, CAST(NULL, 'Nullable(Int64)') AS c5, nullIf(severity, 0) AS c6, CAST(NULL, 'Nullable(String)') AS c7, CAST(NULL, 'Nullable(String)') AS c8, CAST(NULL, 'Nullable(String)') AS c9
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l01')
  )
)
ORDER BY toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c3, 'text'), ''), 'null')) ASC NULLS LAST, if(startsWith(v1, '"'), JSONExtractString(v1), NULL) ASC NULLS LAST, multiIf((v2 = 'true'), true, (v2 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
