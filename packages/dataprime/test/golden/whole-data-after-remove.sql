WITH concat('{', arrayStringConcat(arrayMap((m0) -> concat(toJSONString(tupleElement(m0, 1)), ':', tupleElement(m0, 2)), arrayFilter((m0) -> not((tupleElement(m0, 1) = 'user')), JSONExtractKeysAndValuesRaw(ifNull(d_json, '{}')))), ','), '}') AS v1
SELECT toFloat64(count()) AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND ((positionCaseInsensitive(v1, 'u2') > 0) AND arrayExists((x) -> match(x, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])u2(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'), arrayMap((l) -> if(startsWith(l, '"'), JSONExtractString(l), l), arrayFilter((l) -> not(endsWith(l, ':')), extractAll(ifNull(v1, ''), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|-?[0-9][0-9.eE+-]*|true|false')))))
LIMIT 2000
