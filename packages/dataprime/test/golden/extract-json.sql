WITH multiIf((startsWith(trimBoth('{"a": {"b": [1, 2]}, "t": "x"}'), '{') AND isValidJSON(trimBoth('{"a": {"b": [1, 2]}, "t": "x"}'))), JSONExtractRaw(trimBoth('{"a": {"b": [1, 2]}, "t": "x"}')), (startsWith(v1, '{') AND isValidJSON(v1)), JSONExtractRaw(v1), NULL) AS c1, trimBoth(JSONExtractString(if(startsWith(trimBoth('{"a": {"b": [1, 2]}, "t": "x"}'), '"'), trimBoth('{"a": {"b": [1, 2]}, "t": "x"}'), concat('"', trimBoth('{"a": {"b": [1, 2]}, "t": "x"}'), '"')))) AS v1
SELECT c1 AS c2, nullIf(nullIf(arrayElement(JSONExtractArrayRaw(ifNull(c1, ''), 'a', 'b'), 2), ''), 'null') AS c3, nullIf(nullIf(JSONExtractRaw(c1, 't'), ''), 'null') AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
