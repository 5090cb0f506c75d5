-- The tables DataPrime is compiled for, as the telemetry store holds them. Statements end with a semicolon at a line end.
CREATE DATABASE IF NOT EXISTS otel;
CREATE TABLE IF NOT EXISTS otel.logs (
  ts DateTime64(9, 'UTC'), severity UInt8, severity_number UInt8, logid String, templateid UInt64,
  priorityclass LowCardinality(String), applicationname LowCardinality(String), subsystemname LowCardinality(String),
  labels Map(LowCardinality(String), String), trace_id FixedString(16), span_id FixedString(8),
  d_json String, d_str Map(LowCardinality(String), String), d_num Map(LowCardinality(String), Float64), d_bool Map(LowCardinality(String), Bool),
  INDEX ix_text mapValues(d_str) TYPE text(tokenizer = 'splitByNonAlpha', preprocessor = lower(mapValues(d_str)))
) ENGINE = MergeTree PARTITION BY toDate(ts) ORDER BY (toStartOfFiveMinutes(ts), applicationname, ts);
CREATE TABLE IF NOT EXISTS otel.spans (
  ts DateTime64(9, 'UTC'), duration UInt64, trace_id FixedString(16), span_id FixedString(8), parent_id FixedString(8),
  service LowCardinality(String), name LowCardinality(String), kind UInt8, status UInt8, status_message String,
  application LowCardinality(String), subsystem LowCardinality(String),
  resource Map(LowCardinality(String), String), attrs Map(LowCardinality(String), String),
  events Nested(ts DateTime64(9, 'UTC'), name LowCardinality(String), attrs Map(LowCardinality(String), String)),
  scope LowCardinality(String)
) ENGINE = MergeTree PARTITION BY toDate(ts) ORDER BY (service, name, ts);
CREATE TABLE IF NOT EXISTS otel.enrichments (name LowCardinality(String), key String, position UInt64, columns Map(String, String))
ENGINE = MergeTree ORDER BY (name, key, position);
