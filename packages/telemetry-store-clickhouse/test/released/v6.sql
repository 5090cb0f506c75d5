-- Tables as schema version 6 left them, with some rows. Never changed: directories like this one are out there.
CREATE DATABASE IF NOT EXISTS otel;
CREATE TABLE IF NOT EXISTS otel.schema_version (version UInt32, what String, applied_at DateTime('UTC') DEFAULT now()) ENGINE = MergeTree ORDER BY version;
CREATE TABLE IF NOT EXISTS otel.logs (
  `ts` DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  `observed_ts` DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  `severity` UInt8 CODEC(ZSTD(1)),
  `severity_number` UInt8 CODEC(ZSTD(1)),
  `logid` String CODEC(ZSTD(1)),
  `templateid` UInt64 CODEC(ZSTD(1)),
  `priorityclass` LowCardinality(String) CODEC(ZSTD(1)),
  `applicationname` LowCardinality(String) CODEC(ZSTD(1)),
  `subsystemname` LowCardinality(String) CODEC(ZSTD(1)),
  `labels` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  `trace_id` FixedString(16) CODEC(ZSTD(1)),
  `span_id` FixedString(8) CODEC(ZSTD(1)),
  `d_json` String CODEC(ZSTD(1)),
  `d_str` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  `d_num` Map(LowCardinality(String), Float64) CODEC(ZSTD(1)),
  `d_bool` Map(LowCardinality(String), Bool) CODEC(ZSTD(1)),
  INDEX ix_trace trace_id TYPE bloom_filter(0.001) GRANULARITY 1,
  INDEX ix_severity severity TYPE set(8) GRANULARITY 1,
  INDEX ix_str_values mapValues(d_str) TYPE bloom_filter(0.01) GRANULARITY 1,
  INDEX ix_str_keys mapKeys(d_str) TYPE bloom_filter(0.01) GRANULARITY 1,
  INDEX ix_num_keys mapKeys(d_num) TYPE bloom_filter(0.01) GRANULARITY 1,
  INDEX ix_text mapValues(d_str) TYPE text(tokenizer = 'splitByNonAlpha', preprocessor = lower(mapValues(d_str)))
) ENGINE = MergeTree
PARTITION BY toDate(ts)
ORDER BY (toStartOfFiveMinutes(ts), applicationname, subsystemname, ts)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.spans (
  `ts` DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  `duration` UInt64 CODEC(ZSTD(1)),
  `trace_id` FixedString(16) CODEC(ZSTD(1)),
  `span_id` FixedString(8) CODEC(ZSTD(1)),
  `parent_id` FixedString(8) CODEC(ZSTD(1)),
  `service` LowCardinality(String) CODEC(ZSTD(1)),
  `name` LowCardinality(String) CODEC(ZSTD(1)),
  `kind` UInt8 CODEC(ZSTD(1)),
  `status` UInt8 CODEC(ZSTD(1)),
  `status_message` String CODEC(ZSTD(1)),
  `application` LowCardinality(String) CODEC(ZSTD(1)),
  `subsystem` LowCardinality(String) CODEC(ZSTD(1)),
  `flags` UInt32 CODEC(ZSTD(1)),
  `trace_state` String CODEC(ZSTD(1)),
  `resource` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  `resource_kinds` LowCardinality(String) CODEC(ZSTD(1)),
  `attrs` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  `attr_kinds` LowCardinality(String) CODEC(ZSTD(1)),
  `events.ts` Array(DateTime64(9, 'UTC')) CODEC(ZSTD(1)),
  `events.name` Array(LowCardinality(String)) CODEC(ZSTD(1)),
  `events.attrs` Array(Map(LowCardinality(String), String)) CODEC(ZSTD(1)),
  `events.attr_kinds` Array(LowCardinality(String)) CODEC(ZSTD(1)),
  `links.trace_id` Array(FixedString(16)) CODEC(ZSTD(1)),
  `links.span_id` Array(FixedString(8)) CODEC(ZSTD(1)),
  `links.trace_state` Array(String) CODEC(ZSTD(1)),
  `links.attrs` Array(Map(LowCardinality(String), String)) CODEC(ZSTD(1)),
  `links.attr_kinds` Array(LowCardinality(String)) CODEC(ZSTD(1)),
  `scope` LowCardinality(String) CODEC(ZSTD(1)),
  `scope_version` LowCardinality(String) CODEC(ZSTD(1)),
  `scope_attrs` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  `scope_attr_kinds` LowCardinality(String) CODEC(ZSTD(1)),
  `dropped_attrs` UInt32 CODEC(ZSTD(1)),
  `dropped_events` UInt32 CODEC(ZSTD(1)),
  `dropped_links` UInt32 CODEC(ZSTD(1)),
  INDEX ix_trace trace_id TYPE bloom_filter(0.001) GRANULARITY 1,
  INDEX ix_duration duration TYPE minmax GRANULARITY 1,
  INDEX ix_status status TYPE set(4) GRANULARITY 1,
  INDEX ix_values mapValues(attrs) TYPE bloom_filter(0.01) GRANULARITY 1
) ENGINE = MergeTree
PARTITION BY toDate(ts)
ORDER BY (toStartOfFiveMinutes(ts), service, name, ts)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.traces (
  `day` Date CODEC(ZSTD(1)),
  `trace_id` FixedString(16) CODEC(ZSTD(1)),
  `start` SimpleAggregateFunction(min, DateTime64(9, 'UTC')) CODEC(ZSTD(1)),
  `end` SimpleAggregateFunction(max, DateTime64(9, 'UTC')) CODEC(ZSTD(1)),
  `spans` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `errors` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `root_service` SimpleAggregateFunction(max, String) CODEC(ZSTD(1)),
  `root_name` SimpleAggregateFunction(max, String) CODEC(ZSTD(1)),
  `root_duration` SimpleAggregateFunction(max, UInt64) CODEC(ZSTD(1)),
  `services` SimpleAggregateFunction(groupUniqArrayArray, Array(String)) CODEC(ZSTD(1))
) ENGINE = AggregatingMergeTree
PARTITION BY day
ORDER BY (day, trace_id)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.red_1m (
  `minute` DateTime('UTC') CODEC(Delta(4), ZSTD(1)),
  `service` LowCardinality(String) CODEC(ZSTD(1)),
  `name` LowCardinality(String) CODEC(ZSTD(1)),
  `kind` UInt8 CODEC(ZSTD(1)),
  `calls` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `errors` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `duration_sum` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `duration_max` SimpleAggregateFunction(max, UInt64) CODEC(ZSTD(1)),
  `durations` AggregateFunction(quantilesDD(0.01, 0.5, 0.9, 0.95, 0.99), UInt64) CODEC(ZSTD(1))
) ENGINE = AggregatingMergeTree
PARTITION BY toDate(minute)
ORDER BY (minute, service, name, kind)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.edges_1m (
  `minute` DateTime('UTC') CODEC(Delta(4), ZSTD(1)),
  `source` String CODEC(ZSTD(1)),
  `source_type` LowCardinality(String) CODEC(ZSTD(1)),
  `target` String CODEC(ZSTD(1)),
  `target_type` LowCardinality(String) CODEC(ZSTD(1)),
  `system` LowCardinality(String) CODEC(ZSTD(1)),
  `calls` UInt64 CODEC(ZSTD(1)),
  `errors` UInt64 CODEC(ZSTD(1)),
  `duration_sum` UInt64 CODEC(ZSTD(1)),
  `duration_max` UInt64 CODEC(ZSTD(1)),
  `computed` DateTime64(3, 'UTC') CODEC(ZSTD(1))
) ENGINE = ReplacingMergeTree(computed)
PARTITION BY toDate(minute)
ORDER BY (minute, source, source_type, target, target_type, system)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.edge_minutes (
  `minute` DateTime('UTC') CODEC(Delta(4), ZSTD(1)),
  `spans` UInt64 CODEC(ZSTD(1)),
  `computed` DateTime64(3, 'UTC') CODEC(ZSTD(1))
) ENGINE = ReplacingMergeTree(computed)
PARTITION BY toDate(minute)
ORDER BY minute
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.metric_series (
  `metric` LowCardinality(String) CODEC(ZSTD(1)),
  `series` UInt64 CODEC(ZSTD(1)),
  `day` Date CODEC(ZSTD(1)),
  `labels` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  `resource` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  `service` LowCardinality(String) CODEC(ZSTD(1)),
  `application` LowCardinality(String) CODEC(ZSTD(1)),
  `subsystem` LowCardinality(String) CODEC(ZSTD(1)),
  `scope` LowCardinality(String) CODEC(ZSTD(1)),
  `unit` LowCardinality(String) CODEC(ZSTD(1)),
  `type` Enum8('gauge' = 1, 'sum' = 2, 'histogram' = 3, 'exp_histogram' = 4, 'summary' = 5) CODEC(ZSTD(1)),
  `temporality` UInt8 CODEC(ZSTD(1)),
  `monotonic` Bool CODEC(ZSTD(1)),
  `description` String CODEC(ZSTD(1))
) ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (metric, series, day)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.metric_points (
  `metric` LowCardinality(String) CODEC(ZSTD(1)),
  `series` UInt64 CODEC(Delta(8), ZSTD(1)),
  `ts` DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
  `start` DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
  `v` Float64 CODEC(Gorilla, ZSTD(1)),
  `flags` UInt8 CODEC(ZSTD(1))
) ENGINE = MergeTree
PARTITION BY toDate(ts)
ORDER BY (metric, series, ts)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.metric_hists (
  `metric` LowCardinality(String) CODEC(ZSTD(1)),
  `series` UInt64 CODEC(Delta(8), ZSTD(1)),
  `ts` DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
  `start` DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
  `flags` UInt8 CODEC(ZSTD(1)),
  `count` UInt64 CODEC(T64, ZSTD(1)),
  `sum` Float64 CODEC(Gorilla, ZSTD(1)),
  `min` Float64 CODEC(ZSTD(1)),
  `max` Float64 CODEC(ZSTD(1)),
  `bounds` Array(Float64) CODEC(ZSTD(1)),
  `buckets` Array(UInt64) CODEC(ZSTD(1)),
  `quantile_values` Array(Float64) CODEC(ZSTD(1)),
  `scale` Int32 CODEC(ZSTD(1)),
  `zero` UInt64 CODEC(ZSTD(1)),
  `zero_threshold` Float64 CODEC(ZSTD(1)),
  `pos_off` Int32 CODEC(ZSTD(1)),
  `neg_off` Int32 CODEC(ZSTD(1)),
  `neg_buckets` Array(UInt64) CODEC(ZSTD(1))
) ENGINE = MergeTree
PARTITION BY toDate(ts)
ORDER BY (metric, series, ts)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.exemplars (
  `metric` LowCardinality(String) CODEC(ZSTD(1)),
  `series` UInt64 CODEC(ZSTD(1)),
  `ts` DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
  `v` Float64 CODEC(ZSTD(1)),
  `trace_id` FixedString(16) CODEC(ZSTD(1)),
  `span_id` FixedString(8) CODEC(ZSTD(1)),
  `attrs` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  INDEX ix_trace trace_id TYPE bloom_filter(0.001) GRANULARITY 1
) ENGINE = MergeTree
PARTITION BY toDate(ts)
ORDER BY (metric, series, ts)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE TABLE IF NOT EXISTS otel.enrichments (
  `name` LowCardinality(String) CODEC(ZSTD(1)),
  `key` String CODEC(ZSTD(1)),
  `position` UInt64 CODEC(ZSTD(1)),
  `columns` Map(String, String) CODEC(ZSTD(1))
) ENGINE = MergeTree
ORDER BY (name, key, position)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8;
CREATE TABLE IF NOT EXISTS otel.import_chunks (
  `chunk` String CODEC(ZSTD(1)),
  `taken` DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  `answer` String CODEC(ZSTD(1))
) ENGINE = MergeTree
PARTITION BY toDate(taken)
ORDER BY chunk
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, non_replicated_deduplication_window = 2000;
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.traces_mv TO otel.traces AS
SELECT toDate(ts) AS day, trace_id, min(ts) AS start, max(ts + toIntervalNanosecond(duration)) AS end,
  count() AS spans, countIf(status = 2) AS errors,
  maxIf(toString(service), parent_id = toFixedString('', 8)) AS root_service, maxIf(toString(name), parent_id = toFixedString('', 8)) AS root_name,
  maxIf(duration, parent_id = toFixedString('', 8)) AS root_duration, groupUniqArray(toString(service)) AS services
FROM otel.spans GROUP BY day, trace_id;
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.red_1m_mv TO otel.red_1m AS
SELECT toStartOfMinute(toDateTime(ts)) AS minute, service, name, kind, count() AS calls,
  countIf(status = 2) AS errors, sum(duration) AS duration_sum, max(duration) AS duration_max, quantilesDDState(0.01, 0.5, 0.9, 0.95, 0.99)(duration) AS durations
FROM otel.spans GROUP BY minute, service, name, kind;
INSERT INTO otel.schema_version (version, what) SELECT number + 1, 'made then' FROM numbers(6);
INSERT INTO otel.spans (ts, duration, trace_id, span_id, service, name, kind, status) SELECT toDateTime64('2026-09-21 14:00:00', 9, 'UTC') + toIntervalSecond(number), 1000000 * (number + 1), unhex(leftPad(hex(number), 32, '0')), unhex('0000000000000001'), if(number % 2 = 0, 'cart', 'shop'), 'GET /', 2, if(number % 4 = 0, 2, 1) FROM numbers(120);
INSERT INTO otel.logs (ts, severity, subsystemname, d_json, d_str) SELECT toDateTime64('2026-09-21 14:00:00', 9, 'UTC') + toIntervalSecond(number), 5, 'cart', '{"msg":"refused"}', map('msg', 'refused') FROM numbers(7);
