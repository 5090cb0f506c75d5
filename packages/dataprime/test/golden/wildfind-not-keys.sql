SELECT toFloat64(count()) AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND ((positionCaseInsensitive(d_json, 'retries') > 0) AND arrayExists((x) -> match(x, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])retries(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'), arrayMap((l) -> if(startsWith(l, '"'), JSONExtractString(l), l), arrayFilter((l) -> not(endsWith(l, ':')), extractAll(ifNull(d_json, ''), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|-?[0-9][0-9.eE+-]*|true|false')))))
LIMIT 2000
