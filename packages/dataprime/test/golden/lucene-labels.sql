SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (hasTokenCaseInsensitive(nullIf(applicationname, ''), 'billing') AND match(nullIf(applicationname, ''), '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])billing(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)')) AND (hasTokenCaseInsensitive(nullIf(subsystemname, ''), 'ledger') AND match(nullIf(subsystemname, ''), '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])ledger(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'))
LIMIT 2000
