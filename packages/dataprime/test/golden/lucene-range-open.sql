SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (multiIf(mapContains(d_num, 'duration'), d_num['duration'], mapContains(d_str, 'duration'), if(isFinite(toFloat64OrNull(d_str['duration'])), toFloat64OrNull(d_str['duration']), NULL), mapContains(d_bool, 'duration'), if(d_bool['duration'], 1., 0.), NULL) > toFloat64(12.5))
LIMIT 2000
