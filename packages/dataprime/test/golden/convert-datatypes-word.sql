SELECT nullIf(logid, '') AS c3, c1 AS c4, c2 AS c5
FROM (
  WITH extractGroups(ifNull(d_str['duration'], ''), '\\A-?(?:(\\d{1,19})d)?(?:(\\d{1,19})h)?(?:(\\d{1,19})m)?(?:(\\d{1,19})s)?(?:(\\d{1,19})ms)?(?:(\\d{1,19})us)?(?:(\\d{1,19})ns)?\\z') AS v1, (((((((toInt128OrZero(arrayElement(v1, 1)) * toInt64(86400000000000)) + (toInt128OrZero(arrayElement(v1, 2)) * toInt64(3600000000000))) + (toInt128OrZero(arrayElement(v1, 3)) * toInt64(60000000000))) + (toInt128OrZero(arrayElement(v1, 4)) * toInt64(1000000000))) + (toInt128OrZero(arrayElement(v1, 5)) * toInt64(1000000))) + (toInt128OrZero(arrayElement(v1, 6)) * toInt64(1000))) + (toInt128OrZero(arrayElement(v1, 7)) * toInt64(1))) AS v2, multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS v3
  SELECT logid, multiIf(mapContains(d_str, 'duration'), if((match(d_str['duration'], '\\A-?(?:(\\d{1,19})d)?(?:(\\d{1,19})h)?(?:(\\d{1,19})m)?(?:(\\d{1,19})s)?(?:(\\d{1,19})ms)?(?:(\\d{1,19})us)?(?:(\\d{1,19})ns)?\\z') AND match(d_str['duration'], '\\d')), accurateCastOrNull(if(startsWith(d_str['duration'], '-'), negate(v2), v2), 'Int64'), NULL), mapContains(d_num, 'duration'), accurateCastOrNull(trunc(d_num['duration']), 'Int64'), NULL) AS c2, if(startsWith(v3, '"'), JSONExtractString(v3), v3) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
)
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 3
