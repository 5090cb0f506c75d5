SELECT toFloat64(count()) AS c3
FROM (
  SELECT arrayResize(JSONExtractArrayRaw(d_json, 'items'), (length(JSONExtractArrayRaw(d_json, 'items')) + throwIf((length(JSONExtractArrayRaw(d_json, 'items')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e2
  FROM (
    WITH multiIf(mapContains(d_str, 'tags'), toJSONString(d_str['tags']), mapContains(d_num, 'tags'), toString(d_num['tags']), mapContains(d_bool, 'tags'), if(d_bool['tags'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'tags'), ''), 'null')) AS v1
    SELECT d_json, arrayResize(JSONExtractArrayRaw(d_json, 'tags'), (length(JSONExtractArrayRaw(d_json, 'tags')) + throwIf((length(JSONExtractArrayRaw(d_json, 'tags')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND multiIf(isNull(v1), false, startsWith(v1, '{'), NULL, true)
  )
  ARRAY JOIN e1 AS r1
)
ARRAY JOIN e2 AS r2
LIMIT 2000
