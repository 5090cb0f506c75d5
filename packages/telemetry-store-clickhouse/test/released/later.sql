INSERT INTO otel.schema_version (version, what) SELECT 99, 'of a program to come';
