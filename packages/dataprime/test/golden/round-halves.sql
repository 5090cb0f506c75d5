WITH (abs(toFloat64(1.256)) * pow(10., trunc(2.))) AS v1, (abs(1254.) * pow(10., trunc(-1.))) AS v2
SELECT if((abs(toFloat64(569.5)) < 4503599627370496.), ((sign(toFloat64(569.5)) * floor((abs(toFloat64(569.5)) + toFloat64(0.49999999999999994)))) + 0.), toFloat64(569.5)) AS c1, if((abs(toFloat64(-569.5)) < 4503599627370496.), ((sign(toFloat64(-569.5)) * floor((abs(toFloat64(-569.5)) + toFloat64(0.49999999999999994)))) + 0.), toFloat64(-569.5)) AS c2, if((v1 >= 4503599627370496.), toFloat64(1.256), (((sign(toFloat64(1.256)) * floor((v1 + toFloat64(0.49999999999999994)))) + 0.) / pow(10., trunc(2.)))) AS c3, if((v2 >= 4503599627370496.), 1254., (((sign(1254.) * floor((v2 + toFloat64(0.49999999999999994)))) + 0.) / pow(10., trunc(-1.)))) AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 1
