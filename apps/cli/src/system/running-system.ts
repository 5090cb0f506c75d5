import {
  OTLP_GRPC_PORT,
  OTLP_GRPC_PORT_VARIABLE,
  OTLP_HTTP_PORT,
  SERVICES,
  type ServiceName,
  type StorefrontName,
} from '@clearspan/contracts';
import { readRunFile } from '../supervisor/run-file.ts';

/** Where the processes of the system are, as far as this command knows. */
export interface RunningSystem {
  /** Addresses to ask, in the order of SERVICES; those of the storefront where it is known to run. */
  readonly urls: Readonly<Partial<Record<ServiceName | StorefrontName, string>>>;
  readonly otlpUrl: string;
  /** Null where it is not known: the store is elsewhere, or none was started. */
  readonly otlpGrpcUrl: string | null;
  /** When the supervisor that wrote this started; null when nothing is known to run. */
  readonly startedAt: string | null;
  /** Process id of that supervisor. */
  readonly supervisorPid: number | null;
}

const names = Object.keys(SERVICES) as ServiceName[];

/** What `up` wrote down on this data directory; without it, the variables and default ports. */
export const runningSystem = (dataDir: string, env: Readonly<Record<string, string | undefined>>): RunningSystem => {
  const run = readRunFile(dataDir);
  if (run)
    return {
      urls: Object.fromEntries(run.processes.map((p) => [p.name, p.url])),
      otlpUrl: run.otlp_url,
      otlpGrpcUrl: run.otlp_grpc_url,
      startedAt: run.started_at,
      supervisorPid: run.pid,
    };
  const port = (name: ServiceName): string => env[SERVICES[name].portVariable] || String(SERVICES[name].port);
  return {
    urls: Object.fromEntries(
      names.map((name) => [name, env[SERVICES[name].urlVariable] || `http://127.0.0.1:${port(name)}`]),
    ),
    otlpUrl: env.TELEMETRY_STORE_OTLP_URL || `http://127.0.0.1:${OTLP_HTTP_PORT}`,
    otlpGrpcUrl: env.TELEMETRY_STORE_OTLP_URL
      ? null
      : `http://127.0.0.1:${env[OTLP_GRPC_PORT_VARIABLE] || OTLP_GRPC_PORT}`,
    startedAt: null,
    supervisorPid: null,
  };
};

/** The gateway to ask: `API_GATEWAY_URL`, else what runs here, else the default address. */
export const gatewayUrl = (dataDir: string, env: Readonly<Record<string, string | undefined>>): string =>
  env[SERVICES['api-gateway'].urlVariable] ||
  runningSystem(dataDir, env).urls['api-gateway'] ||
  `http://127.0.0.1:${SERVICES['api-gateway'].port}`;
