WITH multiIf((startsWith(trimBoth('"{\\"a\\":1}"'), '{') AND isValidJSON(trimBoth('"{\\"a\\":1}"'))), JSONExtractRaw(trimBoth('"{\\"a\\":1}"')), (startsWith(v1, '{') AND isValidJSON(v1)), JSONExtractRaw(v1), NULL) AS c1, multiIf((startsWith(trimBoth('"{\\"a\\":1}"'), '{') AND isValidJSON(trimBoth('"{\\"a\\":1}"'))), JSONExtractRaw(trimBoth('"{\\"a\\":1}"')), NULL) AS c2, trimBoth(JSONExtractString(if(startsWith(trimBoth('"{\\"a\\":1}"'), '"'), trimBoth('"{\\"a\\":1}"'), concat('"', trimBoth('"{\\"a\\":1}"'), '"')))) AS v1
SELECT c1 AS c3, c2 AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
