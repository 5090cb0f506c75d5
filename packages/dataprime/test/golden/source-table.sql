SELECT toJSONString(columns) AS t0
FROM otel.enrichments
WHERE (name = 'owners')
ORDER BY if(mapContains(columns, 'owner'), columns['owner'], NULL) ASC NULLS LAST
LIMIT 2000
