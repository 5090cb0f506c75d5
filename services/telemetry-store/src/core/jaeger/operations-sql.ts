import { stringLiteral } from '@clearspan/dataprime';
import { DATABASE } from '@clearspan/telemetry-store';

/** Names of the kinds in Jaeger, by OpenTelemetry's number. */
export const JAEGER_KINDS = ['', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
export type JaegerKind = (typeof JAEGER_KINDS)[number];

export const servicesSql = (servicesMax: number): string =>
  `SELECT DISTINCT toString(service) AS name FROM ${DATABASE}.red_1m ORDER BY name LIMIT ${servicesMax}`;

/** Operation and kind, each once. */
export const operationsSql = (service: string, kind: JaegerKind | null, operationsMax: number): string =>
  `SELECT DISTINCT toString(name) AS operation, kind FROM ${DATABASE}.red_1m WHERE service = ${stringLiteral(service)}${
    kind === null ? '' : ` AND kind = ${JAEGER_KINDS.indexOf(kind)}`
  } ORDER BY operation, kind LIMIT ${operationsMax}`;
