import { describe, expect, it } from 'vitest';
import { telemetrySettings } from '../src/index.ts';

/** The store lets no query wait for it. */
const OWN = { 'clearspan-visibility': 'eventual' };
const STORE = 'http://127.0.0.1:4318';
const targets = (env: Record<string, string>): unknown => telemetrySettings(env).settings.targets;

describe('telemetrySettings', () => {
  it('sends to the store when nothing is said', () => {
    expect(targets({})).toEqual([{ url: STORE, headers: OWN }]);
  });

  it('sends elsewhere instead, and to both when both are named', () => {
    const elsewhere = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example:4318/',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b,x=2',
    };
    const outside = { url: 'https://otel.example:4318', headers: { 'x-key': 'a b', x: '2' } };
    expect(targets(elsewhere)).toEqual([outside]);
    expect(targets({ ...elsewhere, TELEMETRY_STORE_OTLP_URL: STORE })).toEqual([{ url: STORE, headers: OWN }, outside]);
    expect(targets({ ...elsewhere, TELEMETRY_STORE_OTLP_URL: 'off' })).toEqual([outside]);
  });

  it('lets queries wait for the telemetry of other systems', () => {
    expect(targets({ OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=shop' })).toEqual([{ url: STORE, headers: {} }]);
    expect(targets({ OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=clearspan' })).toEqual([
      { url: STORE, headers: OWN },
    ]);
  });

  it('sends nowhere when told so', () => {
    expect(targets({ TELEMETRY_STORE_OTLP_URL: 'off' })).toEqual([]);
    expect(telemetrySettings({ OTEL_SDK_DISABLED: 'true' }).settings).toMatchObject({ targets: [], disabled: true });
  });

  it('reads sampler, interval, name and attributes', () => {
    const { settings, problems } = telemetrySettings({
      OTEL_SERVICE_NAME: 'web',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,deployment.environment.name=dev',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
      METRICS_COLLECTION_INTERVAL: '5000',
    });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      serviceName: 'web',
      resource: { 'deployment.environment.name': 'dev' },
      sampler: 'parentbased_traceidratio',
      samplerRatio: 0.25,
      metricsIntervalMs: 5_000,
    });
  });

  it('says what is wrong, without repeating an address that may hold a password', () => {
    const { problems } = telemetrySettings({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'user:secret@host',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_TRACES_SAMPLER: 'sometimes',
      OTEL_TRACES_SAMPLER_ARG: '2',
      METRICS_COLLECTION_INTERVAL: '1s',
    });
    expect(problems.join('\n')).toMatchInlineSnapshot(`
      "OTEL_TRACES_SAMPLER: expected one of always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off, parentbased_traceidratio, found "sometimes"
      OTEL_TRACES_SAMPLER_ARG: expected a number from 0 to 1, found "2"
      OTEL_EXPORTER_OTLP_ENDPOINT: expected an http or https URL, found a text of 16 characters
      OTEL_EXPORTER_OTLP_PROTOCOL: expected "http/protobuf" (others are not supported yet), found "grpc"
      METRICS_COLLECTION_INTERVAL: expected milliseconds from 100 to 86400000, found "1s""
    `);
  });
});
