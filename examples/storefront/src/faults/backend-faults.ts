import type { FaultSpec } from './fault.ts';

/** Faults of the service that caches and prices. */
export const BACKEND_FAULTS = {
  cache_disabled: {
    name: 'cache_disabled',
    service: 'backend-service',
    summary: 'The cache is passed by: every request goes to the database.',
    params: {},
    question: 'Spans by cache.hit in backend-service per minute',
    query:
      "source spans | filter $l.subsystemName == 'backend-service' && tags['cache.hit'] != null | groupby $m.timestamp / 10s as time aggregate count() as lookups, count_if(tags['cache.hit'] == 'true') as hits | create hit_percent from round(100 * hits / lookups) | orderby time",
    shows: 'lookups go on, and from one moment on there are no hits',
  },
  payment_errors: {
    name: 'payment_errors',
    service: 'backend-service',
    summary: 'The payment provider refuses a share of the reservations that a product page makes.',
    params: {
      percent: {
        kind: 'number',
        unit: 'percent',
        min: 1,
        max: 100,
        otherwise: 20,
        says: 'share of requests that fail',
      },
    },
    question: 'What are the most common errors?',
    query:
      "source logs | filter $l.subsystemname == 'backend-service' && $m.severity >= ERROR | countby logRecord.body as message into errors desc",
    shows: 'errors that name the payment provider',
  },
  dependency_unreachable: {
    name: 'dependency_unreachable',
    service: 'backend-service',
    summary: 'The address of the database service leads nowhere: connections are refused.',
    params: {},
    question: 'Failed calls of storefront by service.peer.name and error.type',
    query:
      "source spans | filter $l.applicationName == 'storefront' && tags['service.peer.name'] != null | groupby $l.serviceName as caller, tags['service.peer.name'] as callee, tags['error.type'] as error aggregate count() as calls | orderby calls desc",
    shows: 'calls to the database service that end with SERVICE_UNAVAILABLE: it was not reached at all',
  },
  memory_leak: {
    name: 'memory_leak',
    service: 'backend-service',
    summary: 'Every request leaves something behind that is never given back.',
    params: {
      bytes_per_request: {
        kind: 'number',
        unit: 'bytes',
        min: 1_000,
        max: 10_000_000,
        otherwise: 500_000,
        says: 'what a request leaves behind',
      },
      bytes_max: {
        kind: 'number',
        unit: 'bytes',
        min: 1_000_000,
        max: 500_000_000,
        otherwise: 200_000_000,
        says: 'what is left behind at most',
      },
    },
    question: 'Max resident_bytes by service per minute where resident_bytes exists',
    query:
      "source logs | filter logRecord.body == 'memory of the process' | groupby $l.subsystemname as service aggregate round(min_by($m.timestamp, logRecord.attributes.resident_bytes:number) / 1000000) as first_mb, round(max_by($m.timestamp, logRecord.attributes.resident_bytes:number) / 1000000) as last_mb | create grown_mb from last_mb - first_mb | orderby grown_mb desc",
    shows: 'a service that takes far more at the end than it did at first, where the others stay as they were',
  },
  log_storm: {
    name: 'log_storm',
    service: 'backend-service',
    summary: 'A check that was left in writes many warnings for each request.',
    params: {
      lines_per_request: {
        kind: 'number',
        unit: 'lines',
        min: 1,
        max: 1_000,
        otherwise: 50,
        says: 'warnings for each request',
      },
    },
    question: 'Which log messages of storefront are the most common?',
    query:
      "source logs | filter $l.applicationname == 'storefront' | countby $l.subsystemname as service, logRecord.body as message into lines desc | limit 10",
    shows: 'one warning with many times as many lines as there are requests',
  },
  bad_deploy: {
    name: 'bad_deploy',
    service: 'backend-service',
    summary: 'A new version is deployed whose pricing divides by the stock: products that are sold out fail.',
    params: {},
    question: 'Failed spans by service.version in backend-service',
    query:
      "source spans | filter $l.operationName == 'apply_pricing_rules' | groupby process.tags['service.version'] as version aggregate count() as requests, count_if($m.statusCode == 'ERROR') as failed | orderby failed desc",
    shows: 'a version whose requests fail where those of the one before did not',
  },
} as const satisfies Readonly<Record<string, FaultSpec>>;
