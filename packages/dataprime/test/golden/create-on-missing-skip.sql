WITH multiIf(mapContains(d_str, 'error'), toJSONString(d_str['error']), mapContains(d_num, 'error'), toString(d_num['error']), mapContains(d_bool, 'error'), if(d_bool['error'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error'), ''), 'null')) AS v1, multiIf(mapContains(d_str, 'error'), toJSONString(d_str['error']), mapContains(d_num, 'error'), toString(d_num['error']), mapContains(d_bool, 'error'), if(d_bool['error'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error'), ''), 'null')) AS v2, ifNull(if(startsWith(v2, '{'), v2, NULL), '{}') AS v3, if(isNull(c1), NULL, toJSONString(assumeNotNull(c1))) AS v4
SELECT nullIf(logid, '') AS c2, if((ifNull(startsWith(v1, '{'), false) OR isNotNull(c1)), JSONMergePatch(v3, if(JSONHas(v3, 'kind'), concat('{"kind":', 'null', '}'), '{}'), if(isNull(v4), '{}', concat('{"kind":', ifNull(v4, 'null'), '}'))), v1) AS c3
FROM (
  WITH multiIf(mapContains(d_str, 'error.kind'), toJSONString(d_str['error.kind']), mapContains(d_num, 'error.kind'), toString(d_num['error.kind']), mapContains(d_bool, 'error.kind'), if(d_bool['error.kind'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error', 'kind'), ''), 'null')) AS v1
  SELECT logid, d_str, d_num, d_bool, d_json, multiIf(ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false), 'x', CAST(NULL, 'Nullable(String)')) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
