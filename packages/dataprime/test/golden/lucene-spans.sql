WITH if(mapContains(attrs, 'http.status_code'), attrs['http.status_code'], NULL) AS v1
SELECT nullIf(service, '') AS c1
FROM otel.spans
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (hasTokenCaseInsensitive(v1, '500') AND match(v1, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])500(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'))
LIMIT 2000
