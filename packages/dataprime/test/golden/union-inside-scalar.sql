WITH multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')) AS v1, multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')) AS v2, ifNull(if(startsWith(v2, '{'), v2, NULL), '{}') AS v3
SELECT nullIf(logid, '') AS c3, if((ifNull(startsWith(v1, '{'), false) OR isNotNull(c2)), JSONMergePatch(v3, if(JSONHas(v3, 'x'), concat('{"x":', 'null', '}'), '{}'), if(isNull(c2), '{}', concat('{"x":', ifNull(c2, 'null'), '}'))), v1) AS c4
FROM (
  (
    SELECT d_str, d_num, d_bool, d_json, if(isNull(nullIf(logid, '')), NULL, toJSONString(assumeNotNull(nullIf(logid, '')))) AS c2, logid
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
  )
  UNION ALL
  (
    SELECT d_str, d_num, d_bool, d_json, multiIf(mapContains(d_str, 'duration.x'), toJSONString(d_str['duration.x']), mapContains(d_num, 'duration.x'), toString(d_num['duration.x']), mapContains(d_bool, 'duration.x'), if(d_bool['duration.x'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration', 'x'), ''), 'null')) AS c2, logid
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
  )
)
LIMIT 2000
