WITH nullIf(nullIf(JSONExtractRaw(c1, 'region'), ''), 'null') AS v1
SELECT toUnixTimestamp64Nano(ts) AS t0, nullIf(severity, 0) AS t1, nullIf(logid, '') AS t2, nullIf(toString(templateid), '0') AS t3, nullIf(priorityclass, '') AS t4, nullIf(applicationname, '') AS t5, nullIf(subsystemname, '') AS t6, toJSONString(labels) AS t7, c1, if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS c2
FROM (
  WITH arrayFilter((p) -> (tupleElement(p, 1) != ''), arrayMap((p) -> tuple(trimBoth(splitByString(' ', p[1])[-1]), if(((length(p[2]) > 1) AND startsWith(p[2], '"') AND endsWith(p[2], '"')), replaceRegexpAll(substring(p[2], 2, (length(p[2]) - 2)), '(?s)\\\\(.)', '\\1'), p[2])), arraySlice(extractAllGroupsVertical('status=7 region=eu', '(?s)(.*?)=("(?:[^"\\\\]|\\\\.)*"|.*?)(?: |\\z)'), 1, 1000))) AS v1
  SELECT ts, severity, logid, templateid, priorityclass, applicationname, subsystemname, labels, JSONMergePatch(ifNull(nullIf(concat('{', arrayStringConcat(arrayMap((p) -> concat(toJSONString(tupleElement(p, 1)), ':', toJSONString(tupleElement(p, 2))), arrayFilter((p, u) -> (u = 1), v1, arrayEnumerateUniq(arrayMap((p) -> tupleElement(p, 1), v1)))), ','), '}'), '{}'), '{}'), ifNull(d_json, '{}')) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l02')
)
LIMIT 2000
