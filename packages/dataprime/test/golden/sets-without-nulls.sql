WITH arrayDistinct(arrayConcat(['a', CAST(NULL, 'Nullable(String)')], ['b'])) AS v1
SELECT concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), arrayConcat(arraySort(arrayFilter((x) -> isNotNull(x), v1)), arrayFilter((x) -> isNull(x), v1))), ','), ']') AS c1, hasAll(arrayFilter((x) -> isNotNull(x), ['a']), arrayFilter((x) -> isNotNull(x), [CAST(NULL, 'Nullable(String)'), 'a'])) AS c2, toFloat64(length(arrayDistinct([CAST(NULL, 'Nullable(String)'), 'a', 'a']))) AS c3, (hasAll(arrayFilter((x) -> isNotNull(x), ['a']), arrayFilter((x) -> isNotNull(x), ['a', CAST(NULL, 'Nullable(String)')])) AND hasAll(arrayFilter((x) -> isNotNull(x), ['a', CAST(NULL, 'Nullable(String)')]), arrayFilter((x) -> isNotNull(x), ['a']))) AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 1
