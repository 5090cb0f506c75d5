WITH nullIf(r1, 'null') AS c1, if(startsWith(c3, '{'), c3, NULL) AS v1, ifNull(v1, '{}') AS v2, JSONMergePatch(v2, if(JSONHas(v2, 'value'), concat('{"value":', 'null', '}'), '{}'), concat('{"value":', ifNull(c1, 'null'), '}')) AS v3, nullIf(nullIf(JSONExtractRaw(c2, 'value'), ''), 'null') AS v4, nullIf(nullIf(JSONExtractRaw(c2, 'value'), ''), 'null') AS v5
SELECT if((isNull(v1) AND (v3 = '{}')), NULL, v3) AS c2
FROM (
  SELECT multiIf(mapContains(d_str, 's'), toJSONString(d_str['s']), mapContains(d_num, 's'), toString(d_num['s']), mapContains(d_bool, 's'), if(d_bool['s'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 's'), ''), 'null')) AS c3, arrayResize(JSONExtractArrayRaw(d_json, 'scores'), (length(JSONExtractArrayRaw(d_json, 'scores')) + throwIf((length(JSONExtractArrayRaw(d_json, 'scores')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS r1
WHERE (toFloat64OrNull(c1) >= 2.)
ORDER BY toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c2, 'value'), ''), 'null')) ASC NULLS LAST, if(startsWith(v4, '"'), JSONExtractString(v4), NULL) ASC NULLS LAST, multiIf((v5 = 'true'), true, (v5 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
