import { describe, expect, test } from 'vitest';
import { unitOf } from '../../src/catalog/unit-of.ts';

const ofLogs = (...path: string[]): string | null => unitOf('logs', { root: 'd', path });

describe('the unit of a field', () => {
  test.each([
    ['ms', ['duration_ms']],
    ['ms', ['durationMs']],
    ['ms', ['HTTPDurationMS']],
    ['ms', ['responseTimeMillis']],
    ['ms', ['latency', 'ms']],
    ['ms', ['latency_ms_p95']],
    ['ms', ['ms']],
    ['us', ['elapsed_us']],
    ['us', ['cpu.micros']],
    ['ns', ['wait_ns']],
    ['ns', ['gc', 'pauseNanos']],
    ['s', ['latency_seconds']],
    ['s', ['http_request_duration_seconds_sum']],
    ['s', ['timeout_s']],
    ['min', ['session_minutes']],
    ['By', ['size_bytes']],
    ['By', ['bytes_sent']],
    ['By', ['bytesReceived']],
    ['MBy', ['heap_mb']],
    ['KiBy', ['rss_kib']],
    ['%', ['cpu_pct']],
    ['%', ['diskUsedPercent']],
    ['1', ['cache_hit_ratio']],
    ['Hz', ['clock-hz']],
  ])('%s by its words: %s', (unit, path) => {
    expect(ofLogs(...path)).toBe(unit);
  });

  test('by the semantic conventions, whatever wraps the attribute', () => {
    expect(unitOf('spans', { root: 'd', path: ['tags', 'http.request.body.size'] })).toBe('By');
    expect(ofLogs('logRecord', 'attributes', 'http.server.request.duration')).toBe('s');
    expect(ofLogs('http', 'response', 'body', 'size')).toBe('By');
  });

  test('how long a span took is in microseconds', () => {
    expect(unitOf('spans', { root: 'm', path: ['duration'] })).toBe('us');
    expect(unitOf('spans', { root: 'd', path: ['duration'] })).toBe('us');
    expect(ofLogs('duration')).toBeNull();
    expect(unitOf('spans', { root: 'd', path: ['tags', 'duration'] })).toBeNull();
  });

  test.each([
    ['items'],
    ['terms'],
    ['status'],
    ['brands'],
    ['params'],
    ['dns'],
    ['columns'],
    ['bonus'],
    ['sales_us'],
    ['k8s_ns'],
    ['orders_s'],
    ['latency_min'],
    ['time_to_first_byte'],
    ['requests_per_second'],
    ['bytes_per_sec'],
    ['second'],
    ['duration_ms_count'],
    ['retries_max'],
    ['size'],
    ['total'],
    ['constructor'],
    ['timeout_constructor'],
    ['__proto__'],
    [''],
  ])('none where the name says none: %s', (name) => {
    expect(ofLogs(name)).toBeNull();
  });
});
