WITH if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS c2, nullIf(nullIf(JSONExtractRaw(c1, 'plan'), ''), 'null') AS v1
SELECT c2 AS c3, toFloat64(count()) AS c4
FROM (
  WITH multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS v1, if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS v2, trimBoth(assumeNotNull(v2)) AS v3, trimBoth(JSONExtractString(if(startsWith(v3, '"'), v3, concat('"', v3, '"')))) AS v4
  SELECT if(isNull(v2), NULL, multiIf((startsWith(v3, '{') AND isValidJSON(v3)), JSONExtractRaw(v3), (startsWith(v4, '{') AND isValidJSON(v4)), JSONExtractRaw(v4), NULL)) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
GROUP BY c3
HAVING (count() > 0)
ORDER BY c3 ASC NULLS LAST
LIMIT 2000
