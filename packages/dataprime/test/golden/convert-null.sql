WITH multiIf(mapContains(d_num, 'msg'), d_num['msg'], mapContains(d_str, 'msg'), if(isFinite(toFloat64OrNull(d_str['msg'])), toFloat64OrNull(d_str['msg']), NULL), mapContains(d_bool, 'msg'), if(d_bool['msg'], 1., 0.), NULL) AS c1
SELECT nullIf(logid, '') AS c2, c1 AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
