SELECT c1 AS c2, nullIf(nullIf(JSONExtractRaw(c1, 'msg'), ''), 'null') AS c3
FROM (
  WITH arrayFilter((p) -> (tupleElement(p, 1) != ''), arrayMap((p) -> tuple(trimBoth(splitByString(' ', p[1])[-1]), if(((length(p[2]) > 1) AND startsWith(p[2], '"') AND endsWith(p[2], '"')), replaceRegexpAll(substring(p[2], 2, (length(p[2]) - 2)), '(?s)\\\\(.)', '\\1'), p[2])), arraySlice(extractAllGroupsVertical('level=info msg="hello world" n=3 empty= noise last=x', '(?s)(.*?)=("(?:[^"\\\\]|\\\\.)*"|.*?)(?: |\\z)'), 1, 1000))) AS v1
  SELECT nullIf(concat('{', arrayStringConcat(arrayMap((p) -> concat(toJSONString(tupleElement(p, 1)), ':', toJSONString(tupleElement(p, 2))), arrayFilter((p, u) -> (u = 1), v1, arrayEnumerateUniq(arrayMap((p) -> tupleElement(p, 1), v1)))), ','), '}'), '{}') AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  LIMIT 1
)
LIMIT 2000
