WITH nullIf(r1, 'null') AS c1, multiIf(mapContains(d_str, 's'), toJSONString(d_str['s']), mapContains(d_num, 's'), toString(d_num['s']), mapContains(d_bool, 's'), if(d_bool['s'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 's'), ''), 'null')) AS v1, if(startsWith(v1, '{'), v1, NULL) AS v2, ifNull(v2, '{}') AS v3, JSONMergePatch(v3, if(JSONHas(v3, 'value'), concat('{"value":', 'null', '}'), '{}'), if(isNull(c1), '{}', concat('{"value":', ifNull(c1, 'null'), '}'))) AS v4, nullIf(nullIf(JSONExtractRaw(c2, 'value'), ''), 'null') AS v5, nullIf(nullIf(JSONExtractRaw(c2, 'value'), ''), 'null') AS v6
SELECT if((isNull(v2) AND (v4 = '{}')), NULL, v4) AS c2
FROM (
  SELECT d_str, d_num, d_bool, d_json, arrayResize(JSONExtractArrayRaw(d_json, 'scores'), (length(JSONExtractArrayRaw(d_json, 'scores')) + throwIf((length(JSONExtractArrayRaw(d_json, 'scores')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
)
ARRAY JOIN e1 AS r1
WHERE (toFloat64OrNull(c1) >= 2.)
ORDER BY toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c2, 'value'), ''), 'null')) ASC NULLS LAST, if(startsWith(v5, '"'), JSONExtractString(v5), NULL) ASC NULLS LAST, multiIf((v6 = 'true'), true, (v6 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
