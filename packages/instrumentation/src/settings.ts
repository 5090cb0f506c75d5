import { parseKeyPairsIntoRecord } from '@opentelemetry/core';

/** Where telemetry is sent: an OTLP/HTTP base address, `/v1/traces` and so on are appended. */
export interface OtlpTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
export type SamplerName = (typeof SAMPLERS)[number];

export interface TelemetrySettings {
  readonly serviceName: string;
  /** Attributes of the resource beside the ones every process has. */
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: SamplerName;
  /** Share of the root spans a ratio sampler keeps, 0 to 1. */
  readonly samplerRatio: number;
  readonly targets: readonly OtlpTarget[];
  readonly metricsIntervalMs: number;
  /** No spans, logs or metrics are made at all; trace context and deadlines still pass through. */
  readonly disabled?: boolean;
  /** Whether failing exports may be mentioned on stderr, once a minute. */
  readonly debug: boolean;
}

/** The settings, and everything that is wrong with the variables: `VARIABLE: expected …, found "…"`. */
export interface SettingsReading {
  readonly settings: TelemetrySettings;
  readonly problems: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

const STORE_URL_DEFAULT = 'http://127.0.0.1:4318';
const METRICS_INTERVAL_DEFAULT_MS = 60_000;

const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const given = (env: Env, name: string): string | undefined => env[name]?.trim() || undefined;

const isDisabled = (env: Env): boolean => given(env, 'OTEL_SDK_DISABLED')?.toLowerCase() === 'true';

/** The store lets no query wait for what its own system tells of itself. */
const OWN_HEADERS = { 'clearspan-visibility': 'eventual' };
/** Of processes that name no other. */
export const OWN_NAMESPACE = 'clearspan';

const targetsFrom = (env: Env, isOwn: boolean, problems: string[]): OtlpTarget[] => {
  const endpoint = given(env, 'OTEL_EXPORTER_OTLP_ENDPOINT');
  const store = given(env, 'TELEMETRY_STORE_OTLP_URL');
  const targets: OtlpTarget[] = [];
  const add = (variable: string, url: string, headers: Record<string, string>): void => {
    // The value may carry a user and a password, so it is not repeated.
    if (isHttpUrl(url)) targets.push({ url: url.replace(/\/+$/, ''), headers });
    else problems.push(`${variable}: expected an http or https URL, found a text of ${url.length} characters`);
  };
  // With no word about the store, an explicit endpoint stands instead of it; named explicitly, both are fed.
  if (store !== 'off' && (store || !endpoint))
    add('TELEMETRY_STORE_OTLP_URL', store ?? STORE_URL_DEFAULT, isOwn ? OWN_HEADERS : {});
  if (endpoint) {
    const headers = parseKeyPairsIntoRecord(env.OTEL_EXPORTER_OTLP_HEADERS);
    add('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint, headers);
  }
  const protocol = given(env, 'OTEL_EXPORTER_OTLP_PROTOCOL');
  if (protocol && protocol !== 'http/protobuf') {
    problems.push(
      `OTEL_EXPORTER_OTLP_PROTOCOL: expected "http/protobuf" (others are not supported yet), found "${protocol}"`,
    );
  }
  return isDisabled(env) ? [] : targets;
};

const samplerFrom = (env: Env, problems: string[]): Pick<TelemetrySettings, 'sampler' | 'samplerRatio'> => {
  const name = given(env, 'OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on';
  const sampler = SAMPLERS.find((known) => known === name);
  if (!sampler) problems.push(`OTEL_TRACES_SAMPLER: expected one of ${SAMPLERS.join(', ')}, found "${name}"`);
  const text = given(env, 'OTEL_TRACES_SAMPLER_ARG');
  const ratio = text === undefined ? 1 : Number(text);
  const valid = ratio >= 0 && ratio <= 1;
  if (!valid) problems.push(`OTEL_TRACES_SAMPLER_ARG: expected a number from 0 to 1, found "${text}"`);
  return { sampler: sampler ?? 'parentbased_always_on', samplerRatio: valid ? ratio : 1 };
};

const metricsIntervalFrom = (env: Env, problems: string[]): number => {
  const text = given(env, 'METRICS_COLLECTION_INTERVAL');
  if (text === undefined) return METRICS_INTERVAL_DEFAULT_MS;
  const ms = Number(text);
  if (Number.isInteger(ms) && ms >= 100 && ms <= 86_400_000) return ms;
  problems.push(`METRICS_COLLECTION_INTERVAL: expected milliseconds from 100 to 86400000, found "${text}"`);
  return METRICS_INTERVAL_DEFAULT_MS;
};

/** Reads the standard OpenTelemetry variables and the ones of this system. Looks at nothing but its argument. */
export const telemetrySettings = (env: Env): SettingsReading => {
  const problems: string[] = [];
  const { 'service.name': named, ...resource } = parseKeyPairsIntoRecord(env.OTEL_RESOURCE_ATTRIBUTES);
  const isOwn = (resource['service.namespace'] ?? OWN_NAMESPACE) === OWN_NAMESPACE;
  const settings: TelemetrySettings = {
    serviceName: given(env, 'OTEL_SERVICE_NAME') ?? named ?? 'unknown_service:node',
    resource,
    ...samplerFrom(env, problems),
    targets: targetsFrom(env, isOwn, problems),
    metricsIntervalMs: metricsIntervalFrom(env, problems),
    disabled: isDisabled(env),
    debug: ['debug', 'trace'].includes(env.LOG_LEVEL?.toLowerCase() ?? ''),
  };
  return { settings, problems };
};
