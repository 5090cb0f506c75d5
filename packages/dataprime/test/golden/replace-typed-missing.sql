WITH multiIf(mapContains(d_str, 'error.retries'), toJSONString(d_str['error.retries']), mapContains(d_num, 'error.retries'), toString(d_num['error.retries']), mapContains(d_bool, 'error.retries'), if(d_bool['error.retries'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error', 'retries'), ''), 'null')) AS c2, multiIf(ifNull(not(isNull(if(startsWith(c2, '"'), JSONExtractString(c2), c2))), false), if(isFinite((toFloat64OrNull(c2) * 10.)), (toFloat64OrNull(c2) * 10.), NULL), CAST(NULL, 'Nullable(Float64)')) AS c3
SELECT c3 AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
GROUP BY c4
ORDER BY c4 ASC NULLS LAST
LIMIT 2000
