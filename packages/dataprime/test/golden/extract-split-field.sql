SELECT nullIf(logid, '') AS c2, if(not(ifNull(startsWith(c1, '['), false)), NULL, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), arrayMap((r) -> if(startsWith(nullIf(r, 'null'), '"'), JSONExtractString(nullIf(r, 'null')), NULL), JSONExtractArrayRaw(ifNull(c1, '[]')))), ','), ']')) AS c3
FROM (
  WITH multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS v1, if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS v2
  SELECT logid, if(isNull(v2), NULL, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), splitByString('/', assumeNotNull(v2))), ','), ']')) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
