WITH arrayElementOrNull([concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), [1., 2.]), ','), ']'), concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), [3.]), ','), ']')], 1) AS v1
SELECT concat('[', arrayStringConcat(arrayMap((j) -> ifNull(j, 'null'), [concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), [1., 2.]), ','), ']'), concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), [3.]), ','), ']')]), ','), ']') AS c1, if(not(ifNull(startsWith(v1, '['), false)), NULL, arrayElementOrNull(arrayMap((r) -> toFloat64OrNull(nullIf(r, 'null')), JSONExtractArrayRaw(ifNull(v1, '[]'))), 2)) AS c2, toFloat64(length([concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), [1.]), ','), ']')])) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 1
