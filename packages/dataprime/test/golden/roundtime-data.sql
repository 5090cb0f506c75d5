SELECT nullIf(logid, '') AS c2, multiIf(mapContains(d_str, 'started'), toJSONString(d_str['started']), mapContains(d_num, 'started'), toString(d_num['started']), mapContains(d_bool, 'started'), if(d_bool['started'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'started'), ''), 'null')) AS c3, c1 AS c4
FROM (
  WITH multiIf(mapContains(d_str, 'started'), multiIf(match(d_str['started'], '\\A\\d{10}\\z'), (toInt64OrNull(d_str['started']) * toInt64(1000000000)), match(d_str['started'], '\\A\\d{13}\\z'), (toInt64OrNull(d_str['started']) * toInt64(1000000)), match(d_str['started'], '\\A\\d{16}\\z'), (toInt64OrNull(d_str['started']) * toInt64(1000)), match(d_str['started'], '\\A\\d{19}\\z'), (toInt64OrNull(d_str['started']) * toInt64(1)), toUnixTimestamp64Nano(parseDateTime64BestEffortOrNull(if((match(d_str['started'], '\\A\\s*\\d{4}-?\\d\\d?|\\d.*[^\\d].*\\d') AND not(match(d_str['started'], '\\d{4}-(?:00|\\d\\d?-00)|[Tt ](?:2[4-9]|[3-9]\\d):|:[6-9]\\d(?:\\D|\\z)'))), d_str['started'], ''), 9, 'UTC'))), mapContains(d_num, 'started'), accurateCastOrNull(trunc(d_num['started']), 'Int64'), NULL) AS v1
  SELECT logid, (v1 - positiveModulo(v1, toInt64(3600000000000))) AS c1, d_str, d_num, d_bool, d_json
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
