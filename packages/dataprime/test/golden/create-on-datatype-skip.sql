SELECT nullIf(logid, '') AS c2, c1 AS c3
FROM (
  WITH multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS v1, multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS v2, assumeNotNull(v2) AS v3
  SELECT logid, multiIf((ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false) AND not(ifNull((if(isNull(v2), NULL, multiIf(startsWith(v3, '"'), 'string', startsWith(v3, '{'), 'object', startsWith(v3, '['), 'array', startsWith(v3, 't'), 'bool', startsWith(v3, 'f'), 'bool', 'number')) = if(isNull(toString(1.)), NULL, multiIf(startsWith(assumeNotNull(toString(1.)), '"'), 'string', startsWith(assumeNotNull(toString(1.)), '{'), 'object', startsWith(assumeNotNull(toString(1.)), '['), 'array', startsWith(assumeNotNull(toString(1.)), 't'), 'bool', startsWith(assumeNotNull(toString(1.)), 'f'), 'bool', 'number'))), false))), multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')), toString(1.)) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
)
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
