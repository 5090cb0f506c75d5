SELECT sumOrNull(c2) AS c3, toFloat64(count()) AS c4
FROM (
  WITH concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), arrayMap((s) -> if(isFinite(toFloat64OrNull(trimBoth(s))), toFloat64OrNull(trimBoth(s)), NULL), splitByString('|', '1|2.5| 3|x'))), ','), ']') AS c1, if(not(ifNull(startsWith(c1, '['), false)), CAST([], 'Array(Nullable(Float64))'), arrayMap((r) -> toFloat64OrNull(nullIf(r, 'null')), JSONExtractArrayRaw(ifNull(c1, '[]')))) AS v1, length(v1) AS v2
  SELECT arrayResize(v1, (v2 + throwIf((v2 > 100000), '«explode: an array has more than 100000 elements»'))) AS e2
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  LIMIT 1
)
ARRAY JOIN e2 AS c2
WHERE not(isNull(c2))
LIMIT 2000
