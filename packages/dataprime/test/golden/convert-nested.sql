WITH multiIf(mapContains(d_str, 'error'), toJSONString(d_str['error']), mapContains(d_num, 'error'), toString(d_num['error']), mapContains(d_bool, 'error'), if(d_bool['error'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error'), ''), 'null')) AS v1, multiIf(mapContains(d_str, 'error'), toJSONString(d_str['error']), mapContains(d_num, 'error'), toString(d_num['error']), mapContains(d_bool, 'error'), if(d_bool['error'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error'), ''), 'null')) AS v2, ifNull(if(startsWith(v2, '{'), v2, NULL), '{}') AS v3, if(isNull(c1), NULL, toJSONString(assumeNotNull(c1))) AS v4
SELECT if((ifNull(startsWith(v1, '{'), false) OR isNotNull(c1)), JSONMergePatch(v3, if(JSONHas(v3, 'retries'), concat('{"retries":', 'null', '}'), '{}'), if(isNull(v4), '{}', concat('{"retries":', ifNull(v4, 'null'), '}'))), v1) AS c2, toFloat64(lengthUTF8(c1)) AS c3
FROM (
  WITH multiIf(mapContains(d_str, 'error.retries'), toJSONString(d_str['error.retries']), mapContains(d_num, 'error.retries'), toString(d_num['error.retries']), mapContains(d_bool, 'error.retries'), if(d_bool['error.retries'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error', 'retries'), ''), 'null')) AS v1
  SELECT if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS c1, d_str, d_num, d_bool, d_json
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (c1 = '2')
)
LIMIT 2000
