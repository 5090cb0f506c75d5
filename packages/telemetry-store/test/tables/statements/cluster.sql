CREATE DATABASE IF NOT EXISTS otel ON CLUSTER `obs`;

CREATE TABLE IF NOT EXISTS otel.logs_local ON CLUSTER `obs` (
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
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/otel/logs_local', '{replica}')
PARTITION BY toDate(ts)
ORDER BY (toStartOfFiveMinutes(ts), applicationname, subsystemname, ts)
TTL toDateTime(ts) + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.logs ON CLUSTER `obs` AS otel.logs_local
ENGINE = Distributed('obs', 'otel', 'logs_local', cityHash64(logid));

CREATE TABLE IF NOT EXISTS otel.spans_local ON CLUSTER `obs` (
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
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/otel/spans_local', '{replica}')
PARTITION BY toDate(ts)
ORDER BY (toStartOfFiveMinutes(ts), service, name, ts)
TTL toDateTime(ts) + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, min_compress_block_size = 16384, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.spans ON CLUSTER `obs` AS otel.spans_local
ENGINE = Distributed('obs', 'otel', 'spans_local', cityHash64(trace_id));

CREATE TABLE IF NOT EXISTS otel.traces_local ON CLUSTER `obs` (
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
) ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{shard}/otel/traces_local', '{replica}')
PARTITION BY day
ORDER BY (day, trace_id)
TTL day + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.traces ON CLUSTER `obs` AS otel.traces_local
ENGINE = Distributed('obs', 'otel', 'traces_local', cityHash64(trace_id));

CREATE TABLE IF NOT EXISTS otel.red_1m_local ON CLUSTER `obs` (
  `minute` DateTime('UTC') CODEC(Delta(4), ZSTD(1)),
  `service` LowCardinality(String) CODEC(ZSTD(1)),
  `name` LowCardinality(String) CODEC(ZSTD(1)),
  `kind` UInt8 CODEC(ZSTD(1)),
  `calls` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `errors` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `duration_sum` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `duration_max` SimpleAggregateFunction(max, UInt64) CODEC(ZSTD(1)),
  `durations` AggregateFunction(quantilesDD(0.01, 0.5, 0.9, 0.95, 0.99), UInt64) CODEC(ZSTD(1))
) ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{shard}/otel/red_1m_local', '{replica}')
PARTITION BY toDate(minute)
ORDER BY (minute, service, name, kind)
TTL minute + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.red_1m ON CLUSTER `obs` AS otel.red_1m_local
ENGINE = Distributed('obs', 'otel', 'red_1m_local', cityHash64(service, name));

CREATE TABLE IF NOT EXISTS otel.edges_1m_local ON CLUSTER `obs` (
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
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/otel/edges_1m_local', '{replica}', computed)
PARTITION BY toDate(minute)
ORDER BY (minute, source, source_type, target, target_type, system)
TTL minute + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.edges_1m ON CLUSTER `obs` AS otel.edges_1m_local
ENGINE = Distributed('obs', 'otel', 'edges_1m_local', 0);

CREATE TABLE IF NOT EXISTS otel.edge_minutes_local ON CLUSTER `obs` (
  `minute` DateTime('UTC') CODEC(Delta(4), ZSTD(1)),
  `spans` UInt64 CODEC(ZSTD(1)),
  `computed` DateTime64(3, 'UTC') CODEC(ZSTD(1))
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/otel/edge_minutes_local', '{replica}', computed)
PARTITION BY toDate(minute)
ORDER BY minute
TTL minute + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.edge_minutes ON CLUSTER `obs` AS otel.edge_minutes_local
ENGINE = Distributed('obs', 'otel', 'edge_minutes_local', 0);

CREATE TABLE IF NOT EXISTS otel.metric_series_local ON CLUSTER `obs` (
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
) ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/otel/metric_series_local', '{replica}')
PARTITION BY toYYYYMM(day)
ORDER BY (metric, series, day)
TTL day + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.metric_series ON CLUSTER `obs` AS otel.metric_series_local
ENGINE = Distributed('obs', 'otel', 'metric_series_local', series);

CREATE TABLE IF NOT EXISTS otel.metric_points_local ON CLUSTER `obs` (
  `metric` LowCardinality(String) CODEC(ZSTD(1)),
  `series` UInt64 CODEC(Delta(8), ZSTD(1)),
  `ts` DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
  `start` DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
  `v` Float64 CODEC(Gorilla, ZSTD(1)),
  `flags` UInt8 CODEC(ZSTD(1))
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/otel/metric_points_local', '{replica}')
PARTITION BY toDate(ts)
ORDER BY (metric, series, ts)
TTL toDateTime(ts) + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.metric_points ON CLUSTER `obs` AS otel.metric_points_local
ENGINE = Distributed('obs', 'otel', 'metric_points_local', series);

CREATE TABLE IF NOT EXISTS otel.metric_hists_local ON CLUSTER `obs` (
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
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/otel/metric_hists_local', '{replica}')
PARTITION BY toDate(ts)
ORDER BY (metric, series, ts)
TTL toDateTime(ts) + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.metric_hists ON CLUSTER `obs` AS otel.metric_hists_local
ENGINE = Distributed('obs', 'otel', 'metric_hists_local', series);

CREATE TABLE IF NOT EXISTS otel.exemplars_local ON CLUSTER `obs` (
  `metric` LowCardinality(String) CODEC(ZSTD(1)),
  `series` UInt64 CODEC(ZSTD(1)),
  `ts` DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD(1)),
  `v` Float64 CODEC(ZSTD(1)),
  `trace_id` FixedString(16) CODEC(ZSTD(1)),
  `span_id` FixedString(8) CODEC(ZSTD(1)),
  `attrs` Map(LowCardinality(String), String) CODEC(ZSTD(1)),
  INDEX ix_trace trace_id TYPE bloom_filter(0.001) GRANULARITY 1
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/otel/exemplars_local', '{replica}')
PARTITION BY toDate(ts)
ORDER BY (metric, series, ts)
TTL toDateTime(ts) + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.exemplars ON CLUSTER `obs` AS otel.exemplars_local
ENGINE = Distributed('obs', 'otel', 'exemplars_local', series);

CREATE TABLE IF NOT EXISTS otel.enrichments_local ON CLUSTER `obs` (
  `name` LowCardinality(String) CODEC(ZSTD(1)),
  `key` String CODEC(ZSTD(1)),
  `position` UInt64 CODEC(ZSTD(1)),
  `columns` Map(String, String) CODEC(ZSTD(1))
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/otel/enrichments_local', '{replica}')
ORDER BY (name, key, position)
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8;

CREATE TABLE IF NOT EXISTS otel.enrichments ON CLUSTER `obs` AS otel.enrichments_local
ENGINE = Distributed('obs', 'otel', 'enrichments_local', cityHash64(name));

CREATE TABLE IF NOT EXISTS otel.import_chunks_local ON CLUSTER `obs` (
  `chunk` String CODEC(ZSTD(1)),
  `taken` DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  `answer` String CODEC(ZSTD(1))
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/otel/import_chunks_local', '{replica}')
PARTITION BY toDate(taken)
ORDER BY chunk
TTL toDateTime(taken) + INTERVAL 15 DAY
SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 86400;

CREATE TABLE IF NOT EXISTS otel.import_chunks ON CLUSTER `obs` AS otel.import_chunks_local
ENGINE = Distributed('obs', 'otel', 'import_chunks_local', cityHash64(chunk));

CREATE MATERIALIZED VIEW IF NOT EXISTS otel.traces_mv ON CLUSTER `obs` TO otel.traces_local AS
SELECT toDate(ts) AS day, trace_id, min(ts) AS start, max(ts + toIntervalNanosecond(duration)) AS end,
  count() AS spans, countIf(status = 2) AS errors,
  maxIf(toString(service), parent_id = toFixedString('', 8)) AS root_service, maxIf(toString(name), parent_id = toFixedString('', 8)) AS root_name,
  maxIf(duration, parent_id = toFixedString('', 8)) AS root_duration, groupUniqArray(toString(service)) AS services
FROM otel.spans_local GROUP BY day, trace_id;

CREATE MATERIALIZED VIEW IF NOT EXISTS otel.red_1m_mv ON CLUSTER `obs` TO otel.red_1m_local AS
SELECT toStartOfMinute(toDateTime(ts)) AS minute, service, name, kind, count() AS calls,
  countIf(status = 2) AS errors, sum(duration) AS duration_sum, max(duration) AS duration_max, quantilesDDState(0.01, 0.5, 0.9, 0.95, 0.99)(duration) AS durations
FROM otel.spans_local GROUP BY minute, service, name, kind;
