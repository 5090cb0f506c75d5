SELECT nullIf(logid, '') AS c2, c1 AS c3
FROM (
  WITH multiIf(mapContains(d_str, 'started'), toJSONString(d_str['started']), mapContains(d_num, 'started'), toString(d_num['started']), mapContains(d_bool, 'started'), if(d_bool['started'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'started'), ''), 'null')) AS v1, JSONExtractString(v1) AS v2, if(startsWith(v1, '"'), multiIf(match(v2, '\\A\\d{10}\\z'), (toInt64OrNull(v2) * toInt64(1000000000)), match(v2, '\\A\\d{13}\\z'), (toInt64OrNull(v2) * toInt64(1000000)), match(v2, '\\A\\d{16}\\z'), (toInt64OrNull(v2) * toInt64(1000)), match(v2, '\\A\\d{19}\\z'), (toInt64OrNull(v2) * toInt64(1)), toUnixTimestamp64Nano(parseDateTime64BestEffortOrNull(if((match(v2, '\\A\\s*\\d{4}-?\\d\\d?|\\d.*[^\\d].*\\d') AND not(match(v2, '\\d{4}-(?:00|\\d\\d?-00)|[Tt ](?:2[4-9]|[3-9]\\d):|:[6-9]\\d(?:\\D|\\z)'))), v2, ''), 9, 'UTC'))), accurateCastOrNull(trunc(toFloat64OrNull(v1)), 'Int64')) AS v3
  SELECT (v3 - positiveModulo(v3, toInt64(3600000000000))) AS c1, logid
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
WHERE not(isNull(c3))
LIMIT 2000
