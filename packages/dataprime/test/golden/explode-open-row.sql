SELECT toUnixTimestamp64Nano(ts) AS t0, nullIf(severity, 0) AS t1, nullIf(logid, '') AS t2, nullIf(toString(templateid), '0') AS t3, nullIf(priorityclass, '') AS t4, nullIf(applicationname, '') AS t5, nullIf(subsystemname, '') AS t6, toJSONString(labels) AS t7, d_json AS t8, c1
FROM (
  WITH nullIf(nullIf(JSONExtractRaw(d_json, 'scores'), ''), 'null') AS v1, if(not(ifNull(startsWith(v1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> nullIf(r, 'null'), JSONExtractArrayRaw(ifNull(v1, '[]')))) AS v2, length(v2) AS v3
  SELECT ts, severity, logid, templateid, priorityclass, applicationname, subsystemname, labels, d_json, arraySlice(v2, 1, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND (logid = 'l05')
)
ARRAY JOIN e1 AS c1
ORDER BY toFloat64OrNull(c1) DESC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) DESC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) DESC NULLS LAST
LIMIT 2000
