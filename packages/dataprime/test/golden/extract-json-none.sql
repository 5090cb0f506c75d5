SELECT nullIf(logid, '') AS c2, c1 AS c3, nullIf(nullIf(JSONExtractRaw(c1, 'a'), ''), 'null') AS c4
FROM (
  WITH multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS v1, if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS v2, trimBoth(assumeNotNull(v2)) AS v3, trimBoth(JSONExtractString(if(startsWith(v3, '"'), v3, concat('"', v3, '"')))) AS v4
  SELECT logid, if(isNull(v2), NULL, multiIf((startsWith(v3, '{') AND isValidJSON(v3)), JSONExtractRaw(v3), (startsWith(v4, '{') AND isValidJSON(v4)), JSONExtractRaw(v4), NULL)) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
