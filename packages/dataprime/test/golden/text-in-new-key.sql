WITH 'all good here' AS c1
SELECT toFloat64(count()) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (hasTokenCaseInsensitive(c1, 'GOOD') AND hasTokenCaseInsensitive(c1, 'here') AND match(c1, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])GOOD[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]+here(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'))
LIMIT 2000
