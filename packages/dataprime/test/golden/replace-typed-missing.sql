SELECT c3 AS c4
FROM (
  WITH multiIf(mapContains(d_str, 'error.retries'), toJSONString(d_str['error.retries']), mapContains(d_num, 'error.retries'), toString(d_num['error.retries']), mapContains(d_bool, 'error.retries'), if(d_bool['error.retries'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error', 'retries'), ''), 'null')) AS v1, (if(mapContains(d_num, 'error.retries'), d_num['error.retries'], NULL) * 10.) AS v2
  SELECT multiIf(ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false), if(isFinite(v2), v2, NULL), CAST(NULL, 'Nullable(Float64)')) AS c3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
GROUP BY c4
HAVING (count() > 0)
ORDER BY c4 ASC NULLS LAST
LIMIT 2000
