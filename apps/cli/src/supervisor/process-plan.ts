import { isAbsolute, join, resolve } from 'node:path';
import {
  OTLP_GRPC_PORT,
  OTLP_GRPC_PORT_VARIABLE,
  OTLP_HTTP_PORT,
  OTLP_HTTP_PORT_VARIABLE,
  SERVICES,
  type ServiceEntry,
  type ServiceName,
  STOREFRONT,
  type StorefrontName,
} from '@clearspan/contracts';
import type { ExampleName } from '../args/examples-option.ts';
import { usageError } from '../args/usage-error.ts';
import { isStorefront, STOREFRONT_NAMES, storefrontEntry, storefrontResource } from './storefront.ts';

/** Megabytes of each half of the heap's young part. A small one is collected often, and keeps a quiet process small. */
const YOUNG_MEGABYTES = 2;
/** Telemetry passes through the store as objects that live for one request: collecting them more often costs a sixth. */
const YOUNG_MEGABYTES_OF_STORE = 16;
/** Visitors may come by the thousand: what is kept until it is sent must not be copied again and again meanwhile. */
const YOUNG_MEGABYTES_OF_SHOP = 8;

/** One child process to be: what it runs, where it will listen, and when it is stopped. */
export interface ProcessSpec {
  readonly name: string;
  /** Arguments of Node: flags, then the entry file. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  /** Ports it will bind, each with the variable that changes it. */
  readonly ports: readonly { readonly port: number; readonly variable: string }[];
  /** Stopped in ascending waves: who makes work first, who keeps what was said of it last. */
  readonly stopWave: 1 | 2 | 3;
}

export interface PlanOptions {
  /** Folder of the checkout. */
  readonly root: string;
  readonly dataDir: string;
  readonly only: readonly ServiceName[] | null;
  /** Systems to start beside it. */
  readonly examples: readonly ExampleName[];
  readonly portBase: number | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type ProcessName = ServiceName | StorefrontName;
type Urls = Readonly<Record<ServiceName, string> & Partial<Record<StorefrontName, string>>>;

export interface ProcessPlan {
  readonly processes: readonly ProcessSpec[];
  /** Of the storefront only where it is started. */
  readonly urls: Urls;
  /** Where the store takes telemetry. */
  readonly otlpUrl: string;
  /** Where it takes it by gRPC; null when no store is started here. */
  readonly otlpGrpcUrl: string | null;
}

/** `--port-base 9000`: 8010 becomes 9010, OTLP 4317 and 4318 become 9047 and 9048. */
const DEFAULT_BASE = 8_000;
const OTLP_BASE = 4_270;

const names = Object.keys(SERVICES) as ServiceName[];
const ENTRIES: Readonly<Record<ProcessName, ServiceEntry>> = { ...SERVICES, ...STOREFRONT };

const portFrom = (env: PlanOptions['env'], variable: string, otherwise: number): number => {
  const text = env[variable];
  if (text === undefined || text === '') return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port > 0 && port < 65_536) return port;
  throw usageError(`expected a port from 1 to 65535 in ${variable}, found \`${text}\``, 'up');
};

const portOf = (entry: ServiceEntry, options: PlanOptions): number =>
  options.portBase === null
    ? portFrom(options.env, entry.portVariable, entry.port)
    : options.portBase + entry.port - DEFAULT_BASE;

const otlpPort = (options: PlanOptions, variable: string, port: number): number =>
  options.portBase === null ? portFrom(options.env, variable, port) : options.portBase + port - OTLP_BASE;

/** A service that is not started here may live elsewhere: its URL in the environment then stands. */
const urlOf = (name: ProcessName, started: boolean, options: PlanOptions): string => {
  const given = options.env[ENTRIES[name].urlVariable];
  if (given && !(started && options.portBase !== null)) return given;
  return `http://127.0.0.1:${portOf(ENTRIES[name], options)}`;
};

/** The package of the page's server is `services/web`, and so on: folders are named after services. */
const entryOf = (name: ProcessName): string =>
  isStorefront(name) ? storefrontEntry(name) : join('services', name, 'src', 'main.ts');

const waveOf = (name: ProcessName): ProcessSpec['stopWave'] => {
  if (name === 'web' || name === 'storefront-traffic' || name === 'api-gateway' || name === 'queue-worker') return 1;
  return name === 'telemetry-store' ? 3 : 2;
};

const definedOnly = (env: PlanOptions['env']): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));

const youngMegabytes = (name: ProcessName): number => {
  if (name === 'telemetry-store') return YOUNG_MEGABYTES_OF_STORE;
  return isStorefront(name) ? YOUNG_MEGABYTES_OF_SHOP : YOUNG_MEGABYTES;
};

/** Everything `up` will start, decided before anything starts. */
export const processPlan = (options: PlanOptions): ProcessPlan => {
  const shop = options.examples.includes('storefront') ? STOREFRONT_NAMES : [];
  const started: readonly ProcessName[] = [...(options.only ?? names), ...shop];
  const told: readonly ProcessName[] = [...names, ...shop];
  const urls = Object.fromEntries(told.map((name) => [name, urlOf(name, started.includes(name), options)])) as Urls;
  const otlp = otlpPort(options, OTLP_HTTP_PORT_VARIABLE, OTLP_HTTP_PORT);
  const otlpGrpc = otlpPort(options, OTLP_GRPC_PORT_VARIABLE, OTLP_GRPC_PORT);
  const otlpPorts = [
    { port: otlp, variable: OTLP_HTTP_PORT_VARIABLE },
    { port: otlpGrpc, variable: OTLP_GRPC_PORT_VARIABLE },
  ];
  const listens = `http://127.0.0.1:${otlp}`;
  const given = options.env.TELEMETRY_STORE_OTLP_URL || null;
  const hasStore = started.includes('telemetry-store');
  // An endpoint alone is where telemetry goes instead of the store; a store address beside it means both.
  const elsewhere = given === null && Boolean(options.env.OTEL_EXPORTER_OTLP_ENDPOINT);
  // `off` says that nothing is to be exported; another address is that of a store which is not the one started here.
  const exportTo = given === null || (given !== 'off' && hasStore && options.portBase !== null) ? listens : given;
  const otlpUrl = hasStore || given === null || given === 'off' ? listens : given;
  const shared: Record<string, string> = {
    ...definedOnly(options.env),
    ...Object.fromEntries(told.map((name) => [ENTRIES[name].portVariable, String(portOf(ENTRIES[name], options))])),
    ...Object.fromEntries(told.map((name) => [ENTRIES[name].urlVariable, urls[name] ?? ''])),
    ...Object.fromEntries(otlpPorts.map(({ port, variable }) => [variable, String(port)])),
    ...(elsewhere ? {} : { TELEMETRY_STORE_OTLP_URL: exportTo }),
    CLEARSPAN_DATA: isAbsolute(options.dataDir) ? options.dataDir : resolve(options.dataDir),
    NODE_COMPILE_CACHE: join(options.root, '.cache', 'compile'),
    // One heap of the C library for all threads of a process: several would each keep their own free memory.
    MALLOC_ARENA_MAX: '1',
  };
  const processes = started.map((name): ProcessSpec => {
    const entry = ENTRIES[name];
    const own = { port: portOf(entry, options), variable: entry.portVariable };
    return {
      name,
      args: [
        `--max-semi-space-size=${youngMegabytes(name)}`,
        '--import',
        '@clearspan/instrumentation/register',
        entryOf(name),
      ],
      cwd: options.root,
      env: {
        ...shared,
        OTEL_SERVICE_NAME: name,
        ...(isStorefront(name)
          ? { OTEL_RESOURCE_ATTRIBUTES: storefrontResource(options.env.OTEL_RESOURCE_ATTRIBUTES) }
          : {}),
      },
      url: `http://127.0.0.1:${own.port}`,
      ports: name === 'telemetry-store' ? [own, ...otlpPorts] : [own],
      stopWave: waveOf(name),
    };
  });
  return { processes, urls, otlpUrl, otlpGrpcUrl: hasStore ? `http://127.0.0.1:${otlpGrpc}` : null };
};
