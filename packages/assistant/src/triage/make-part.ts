import { type BundlePart, USER_INPUT_CHARS_MAX } from '@clearspan/contracts';
import { printQuery, type Query } from '@clearspan/dataprime';
import { candidateAttributes } from './candidate-attributes.ts';
import type { Ground } from './ground.ts';
import {
  attributesQuery,
  type Compared,
  errorsQuery,
  latencyQuery,
  messagesQuery,
  slowestQuery,
  volumeQuery,
} from './part-queries.ts';

export type PartName = 'volume' | 'errors' | 'failures' | 'messages' | 'latency' | 'slowest' | `attributes-${Compared}`;

/** A part before its query was printed; null where the data has nothing to look at it with. */
export type MadePart = Omit<BundlePart, 'query'> & { readonly query: Query | null };

/** A query that is shown may be asked again: of the attributes as many as a question has room for. */
const attributes = (ground: Ground, compared: Compared): Query | null => {
  let fields = candidateAttributes(ground, compared === 'failing');
  while (fields.length > 0) {
    const query = attributesQuery(ground, compared, fields);
    if (query === null || printQuery(query).length <= USER_INPUT_CHARS_MAX) return query;
    fields = fields.slice(0, -1);
  }
  return null;
};

const attributesPart = (compared: Compared, title: string) => (ground: Ground) =>
  ({ kind: 'attributes', compared, title, query: attributes(ground, compared) }) as const;

const unitOf = ({ duration }: Ground): { readonly unit?: string } => (duration?.unit ? { unit: duration.unit } : {});

const PARTS: Readonly<Record<PartName, (ground: Ground) => Omit<MadePart, 'id' | 'dataset'>>> = {
  volume: (ground) => ({
    kind: 'volume',
    title: `${ground.dataset === 'logs' ? 'Log lines' : 'Spans'} by service`,
    query: volumeQuery(ground),
  }),
  errors: (ground) => ({ kind: 'errors', title: 'Errors by service and message', query: errorsQuery(ground) }),
  failures: (ground) => ({
    kind: 'errors',
    title: 'Failed spans by service and operation',
    query: errorsQuery(ground),
  }),
  messages: (ground) => ({ kind: 'messages', title: 'Messages that are new or gone', query: messagesQuery(ground) }),
  latency: (ground) => ({
    kind: 'latency',
    title: `Latency by ${ground.dataset === 'spans' ? 'operation' : 'path'}`,
    ...unitOf(ground),
    query: latencyQuery(ground),
  }),
  slowest: (ground) => ({
    kind: 'slowest',
    title: `The slowest ${ground.dataset === 'spans' ? 'span' : 'log line'} and its trace`,
    ...unitOf(ground),
    query: slowestQuery(ground),
  }),
  'attributes-slow': attributesPart('slow', 'What sets slow calls apart'),
  'attributes-failing': attributesPart('failing', 'What sets failing calls apart'),
  'attributes-changed': attributesPart('changed', 'What is spread differently than before'),
};

/** One look at one data set. Its id is unique in a bundle. */
export const makePart = (name: PartName, ground: Ground): MadePart => ({
  id: `${name}-${ground.dataset}`,
  dataset: ground.dataset,
  ...PARTS[name](ground),
});
