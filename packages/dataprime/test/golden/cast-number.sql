SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_num, 'status'), d_num['status'], mapContains(d_str, 'status'), if(isFinite(toFloat64OrNull(d_str['status'])), toFloat64OrNull(d_str['status']), NULL), mapContains(d_bool, 'status'), if(d_bool['status'], 1., 0.), NULL) AS c2, multiIf(mapContains(d_num, 'ok'), d_num['ok'], mapContains(d_str, 'ok'), if(isFinite(toFloat64OrNull(d_str['ok'])), toFloat64OrNull(d_str['ok']), NULL), mapContains(d_bool, 'ok'), if(d_bool['ok'], 1., 0.), NULL) AS c3, multiIf(mapContains(d_num, 'msg'), d_num['msg'], mapContains(d_str, 'msg'), if(isFinite(toFloat64OrNull(d_str['msg'])), toFloat64OrNull(d_str['msg']), NULL), mapContains(d_bool, 'msg'), if(d_bool['msg'], 1., 0.), NULL) AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
