WITH nullIf(nullIf(JSONExtractRaw(c9, 'at'), ''), 'null') AS v1, JSONExtractString(v1) AS v2
SELECT c1 AS c10, nullIf(nullIf(JSONExtractRaw(c9, 'severity'), ''), 'null') AS c11, (if(startsWith(v1, '"'), multiIf(match(v2, '\\A\\d{10}\\z'), (toInt64OrNull(v2) * toInt64(1000000000)), match(v2, '\\A\\d{13}\\z'), (toInt64OrNull(v2) * toInt64(1000000)), match(v2, '\\A\\d{16}\\z'), (toInt64OrNull(v2) * toInt64(1000)), match(v2, '\\A\\d{19}\\z'), (toInt64OrNull(v2) * toInt64(1)), toUnixTimestamp64Nano(parseDateTime64BestEffortOrNull(if((match(v2, '\\A\\s*\\d{4}-?\\d\\d?|\\d.*[^\\d].*\\d') AND not(match(v2, '\\d{4}-(?:00|\\d\\d?-00)|[Tt ](?:2[4-9]|[3-9]\\d):|:[6-9]\\d(?:\\D|\\z)'))), v2, ''), 9, 'UTC'))), accurateCastOrNull(trunc(toFloat64OrNull(v1)), 'Int64')) + toInt64(3600000000000)) AS c12, nullIf(nullIf(JSONExtractRaw(c9, 'user', 'plan'), ''), 'null') AS c13
FROM (
  SELECT nullIf(logid, '') AS c1, nullIf(logid, '') AS c7
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l02')
) AS left_rows
LEFT JOIN (
  SELECT toNullable(c8) AS c8, toNullable(c9) AS c9
  FROM (
    SELECT c8, c9
    FROM (
      WITH multiIf((nullIf(severity, 0) = 1), 'Debug', (nullIf(severity, 0) = 2), 'Verbose', (nullIf(severity, 0) = 3), 'Info', (nullIf(severity, 0) = 4), 'Warning', (nullIf(severity, 0) = 5), 'Error', (nullIf(severity, 0) = 6), 'Critical', NULL) AS v1, concat(formatDateTime(fromUnixTimestamp64Nano(toUnixTimestamp64Nano(ts), 'UTC'), '%Y-%m-%dT%H:%i:%S'), '.', leftPad(toString(positiveModulo(toUnixTimestamp64Nano(ts), toInt64(1000000000))), 9, '0'), 'Z') AS v2
      SELECT nullIf(logid, '') AS c8, JSONMergePatch(ifNull(NULL, '{}'), concat('{"logid":', 'null', '}'), concat('{"logid":', ifNull(if(isNull(nullIf(logid, '')), NULL, toJSONString(assumeNotNull(nullIf(logid, '')))), 'null'), '}'), concat('{"severity":', 'null', '}'), concat('{"severity":', ifNull(if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), 'null'), '}'), concat('{"at":', 'null', '}'), concat('{"at":', ifNull(if(isNull(v2), NULL, toJSONString(assumeNotNull(v2))), 'null'), '}'), concat('{"user":', 'null', '}'), concat('{"user":', ifNull(multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')), 'null'), '}')) AS c9
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c7 = c8)
LIMIT 2000
