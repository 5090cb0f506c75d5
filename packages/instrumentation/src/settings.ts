/** Where telemetry of this process goes and how it is named; read once, from the environment. */
export interface TelemetrySettings {
  readonly serviceName: string;
  readonly serviceVersion: string;
  /** OTLP/HTTP base addresses, without `/v1/traces`. Empty: nothing is exported. */
  readonly targets: readonly string[];
  readonly sampler: SamplerSetting;
  readonly metricsIntervalMs: number;
}

export type SamplerSetting = {
  readonly base: 'always_on' | 'always_off' | 'traceidratio';
  readonly ratio: number;
  /** Whether the caller's decision is followed. */
  readonly parentBased: boolean;
};

const STORE_URL = 'http://127.0.0.1:4318';
const METRICS_INTERVAL_MS = 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** The store by default; where `OTEL_EXPORTER_OTLP_ENDPOINT` says; both when both are set. `off` means not the store. */
const targetsFrom = (env: Environment): string[] => {
  const elsewhere = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const store = env.TELEMETRY_STORE_OTLP_URL ?? (elsewhere ? 'off' : STORE_URL);
  return [...new Set([store, elsewhere])].filter((url): url is string => !!url && url !== 'off');
};

const samplerFrom = (env: Environment): SamplerSetting => {
  const name = env.OTEL_TRACES_SAMPLER ?? 'parentbased_always_on';
  const base = name.replace(/^parentbased_/, '');
  const ratio = Number(env.OTEL_TRACES_SAMPLER_ARG ?? '1');
  return {
    base: base === 'always_off' || base === 'traceidratio' ? base : 'always_on',
    ratio: ratio >= 0 && ratio <= 1 ? ratio : 1,
    parentBased: name.startsWith('parentbased_'),
  };
};

export const settingsFrom = (env: Environment): TelemetrySettings => {
  const interval = Number(env.METRICS_COLLECTION_INTERVAL);
  return {
    serviceName: env.OTEL_SERVICE_NAME ?? 'unknown_service:node',
    serviceVersion: env.OTEL_SERVICE_VERSION ?? env.npm_package_version ?? '0.1.0',
    targets: targetsFrom(env).map((url) => url.replace(/\/+$/, '')),
    sampler: samplerFrom(env),
    metricsIntervalMs: interval >= 1_000 ? interval : METRICS_INTERVAL_MS,
  };
};
