SELECT multiIf(mapContains(d_str, 'user.plan'), toJSONString(d_str['user.plan']), mapContains(d_num, 'user.plan'), toString(d_num['user.plan']), mapContains(d_bool, 'user.plan'), if(d_bool['user.plan'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'plan'), ''), 'null')) AS c2, toFloat64(count()) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
GROUP BY c2
ORDER BY c3 DESC NULLS LAST
LIMIT 2000
