SELECT nullIf(logid, '') AS c2, if(not(ifNull(startsWith(c1, '['), false)), NULL, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), arrayMap((r) -> if(startsWith(nullIf(r, 'null'), '"'), JSONExtractString(nullIf(r, 'null')), NULL), JSONExtractArrayRaw(ifNull(c1, '[]')))), ','), ']')) AS c3, if(not(ifNull(startsWith(c1, '['), false)), NULL, toFloat64(length(arrayMap((r) -> if(startsWith(nullIf(r, 'null'), '"'), JSONExtractString(nullIf(r, 'null')), NULL), JSONExtractArrayRaw(ifNull(c1, '[]')))))) AS c4
FROM (
  WITH multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS v1, if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS v2
  SELECT logid, if(isNull(v2), NULL, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), extractAll(assumeNotNull(v2), '((?-s)[a-z]{5,})')), ','), ']')) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
