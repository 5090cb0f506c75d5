import { parse } from '@clearspan/dataprime';
import type { Linked } from '../../link/link-question.ts';

/** What only spans have. */
const OF_SPANS = /\$m\.duration|\$l\.(?:serviceName|operationName)|\btags\b|traceID|spanID|parentId/;

/** The query with the data set that it forgot to name. */
export const missingSource = (text: string, { index }: Linked): string => {
  if (text === '' || /^\s*(?:source|from|select|with)\b/i.test(text)) return text;
  const { query, diagnostics } = parse(text);
  const [first] = query.stages;
  if (first === undefined || first.kind === 'error' || first.kind === 'source') return text;
  if (diagnostics.some(({ code }) => code === 'DP1008')) return text;
  const dataset = OF_SPANS.test(text) || index.logs.records === 0 ? 'spans' : 'logs';
  return `source ${dataset} | ${text}`;
};
