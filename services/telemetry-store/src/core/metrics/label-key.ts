import { stringLiteral } from '@clearspan/dataprime';

const RESOURCE = 'resource.';

/** The value that a key of a question has in a row of `otel.metric_series`; empty where it is absent. */
export const labelSql = (key: string): string =>
  key.startsWith(RESOURCE) ? `resource[${stringLiteral(key.slice(RESOURCE.length))}]` : `labels[${stringLiteral(key)}]`;
