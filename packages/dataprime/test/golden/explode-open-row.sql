SELECT toUnixTimestamp64Nano(ts) AS t0, nullIf(severity, 0) AS t1, nullIf(logid, '') AS t2, nullIf(toString(templateid), '0') AS t3, nullIf(priorityclass, '') AS t4, nullIf(applicationname, '') AS t5, nullIf(subsystemname, '') AS t6, toJSONString(labels) AS t7, d_json AS t8, nullIf(r1, 'null') AS c1
FROM (
  SELECT ts, severity, logid, templateid, priorityclass, applicationname, subsystemname, labels, d_json, arrayResize(JSONExtractArrayRaw(d_json, 'scores'), (length(JSONExtractArrayRaw(d_json, 'scores')) + throwIf((length(JSONExtractArrayRaw(d_json, 'scores')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l05')
)
ARRAY JOIN e1 AS r1
ORDER BY toFloat64OrNull(c1) DESC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) DESC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) DESC NULLS LAST
LIMIT 2000
