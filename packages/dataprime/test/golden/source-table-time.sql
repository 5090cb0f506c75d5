SELECT toFloat64(count()) AS c1
FROM otel.enrichments
WHERE (name = 'owners') AND false
LIMIT 2000
