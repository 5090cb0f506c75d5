SELECT if(mapContains(columns, 'tier'), columns['tier'], NULL) AS c1, toFloat64(count()) AS c2
FROM otel.enrichments
WHERE (name = 'owners') AND (if(mapContains(columns, 'tier'), columns['tier'], NULL) = 'gold')
GROUP BY c1
LIMIT 2000
