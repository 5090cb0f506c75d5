/** A process of the system: its `service.name`, where it listens by default, and the variables that change it. */
export interface ServiceEntry {
  readonly name: string;
  readonly port: number;
  readonly portVariable: string;
  readonly urlVariable: string;
  readonly role: string;
}

const entry = (name: string, port: number, role: string, variable: string): ServiceEntry => ({
  name,
  port,
  portVariable: `${variable}_PORT`,
  urlVariable: `${variable}_URL`,
  role,
});

/** Every process of the system, in the order they are listed to people. */
export const SERVICES = {
  'api-gateway': entry('api-gateway', 8010, 'entry point', 'API_GATEWAY'),
  'query-service': entry('query-service', 8011, 'question to DataPrime', 'QUERY_SERVICE'),
  'validation-service': entry('validation-service', 8012, 'checks a query', 'VALIDATION_SERVICE'),
  'queue-service': entry('queue-service', 8013, 'accepts background tasks', 'QUEUE_SERVICE'),
  'processing-service': entry('processing-service', 8014, 'complexity and insights', 'PROCESSING_SERVICE'),
  'storage-service': entry('storage-service', 8015, 'records', 'STORAGE_SERVICE'),
  'queue-worker': entry('queue-worker', 8016, 'runs background tasks', 'QUEUE_WORKER'),
  'external-api-service': entry('external-api-service', 8017, 'calls that leave the system', 'EXTERNAL_API_SERVICE'),
  'telemetry-store': entry('telemetry-store', 8018, 'telemetry in, DataPrime out', 'TELEMETRY_STORE'),
  web: entry('web', 8020, 'the page', 'WEB'),
} as const satisfies Readonly<Record<string, ServiceEntry>>;

export type ServiceName = keyof typeof SERVICES;

/** Processes of the storefront example, in the order they are listed to people. */
export const STOREFRONT = {
  'frontend-service': entry('frontend-service', 8001, 'pages of the shop', 'FRONTEND_SERVICE'),
  'backend-service': entry('backend-service', 8002, 'cache and prices of the shop', 'BACKEND_SERVICE'),
  'database-service': entry('database-service', 8003, 'tables of the shop', 'DATABASE_SERVICE'),
  'storefront-traffic': entry('storefront-traffic', 8004, 'visitors of the shop', 'STOREFRONT_TRAFFIC'),
} as const satisfies Readonly<Record<string, ServiceEntry>>;

export type StorefrontName = keyof typeof STOREFRONT;

/** OTLP over gRPC into the telemetry store. */
export const OTLP_GRPC_PORT = 4317;
/** The variable that changes it. */
export const OTLP_GRPC_PORT_VARIABLE = 'TELEMETRY_STORE_OTLP_GRPC_PORT';

/** OTLP over HTTP into the telemetry store. */
export const OTLP_HTTP_PORT = 4318;
/** The variable that changes it. */
export const OTLP_HTTP_PORT_VARIABLE = 'TELEMETRY_STORE_OTLP_PORT';

/** Where a service is, by default. */
export const defaultUrl = (name: ServiceName | StorefrontName): string =>
  `http://127.0.0.1:${{ ...SERVICES, ...STOREFRONT }[name].port}`;
