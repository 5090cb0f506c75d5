import { BUNDLE_PARTS_MAX, type Bundle, type BundlePart, USER_INPUT_CHARS_MAX } from '@clearspan/contracts';
import { printQuery, type Query } from '@clearspan/dataprime';
import type { WindowNanos } from '../compose/finish.ts';
import { isSound } from '../decide/is-sound.ts';
import type { Dataset } from '../ir/field-ref.ts';
import type { Linked } from '../link/link-question.ts';
import { candidateAttributes } from './candidate-attributes.ts';
import { type Ground, groundOf } from './ground.ts';
import {
  attributesQuery,
  type Compared,
  errorsQuery,
  latencyQuery,
  messagesQuery,
  slowestQuery,
  volumeQuery,
} from './part-queries.ts';
import { subjectOf } from './subject.ts';
import { type Symptom, symptomOf } from './symptom.ts';
import { type Windows, windowsOf } from './windows.ts';

type Made = Omit<BundlePart, 'query'> & { readonly query: Query | null };

const TITLE: Readonly<Record<Compared, string>> = {
  slow: 'What sets slow calls apart',
  failing: 'What sets failing calls apart',
  changed: 'What is spread differently than before',
};

/** A query that is shown may be asked again: of the attributes as many as a question has room for. */
const attributes = (ground: Ground, compared: Compared): Query | null => {
  for (
    let fields = candidateAttributes(ground, compared === 'failing');
    fields.length > 0;
    fields = fields.slice(0, -1)
  ) {
    const query = attributesQuery(ground, compared, fields);
    if (query === null || printQuery(query).length <= USER_INPUT_CHARS_MAX) return query;
  }
  return null;
};

type PartName = 'volume' | 'errors' | 'failures' | 'messages' | 'latency' | 'slowest' | `attributes-${Compared}`;

/** What is looked at first is what the question asks for. */
const ORDER: Readonly<Record<Symptom, readonly PartName[]>> = {
  slow: ['latency', 'attributes-slow', 'slowest', 'errors', 'failures', 'messages', 'volume'],
  failing: ['errors', 'failures', 'attributes-failing', 'messages', 'latency', 'volume', 'slowest'],
  changed: ['volume', 'messages', 'errors', 'failures', 'latency', 'attributes-changed', 'slowest'],
  any: ['errors', 'failures', 'latency', 'attributes-failing', 'attributes-slow', 'volume', 'messages', 'slowest'],
};

const unitOf = ({ duration }: Ground): { readonly unit?: string } => (duration?.unit ? { unit: duration.unit } : {});

const makePart = (name: PartName, ground: Ground): Made => {
  const { dataset } = ground;
  const by = dataset === 'spans' ? 'operation' : 'path';
  switch (name) {
    case 'volume':
      return {
        id: `volume-${dataset}`,
        kind: 'volume',
        dataset,
        title: `${dataset === 'logs' ? 'Log lines' : 'Spans'} by service`,
        query: volumeQuery(ground),
      };
    case 'errors':
      return {
        id: 'errors',
        kind: 'errors',
        dataset,
        title: 'Errors by service and message',
        query: errorsQuery(ground),
      };
    case 'failures':
      return {
        id: 'failures',
        kind: 'errors',
        dataset,
        title: 'Failed calls by service and operation',
        query: errorsQuery(ground),
      };
    case 'messages':
      return {
        id: 'messages',
        kind: 'messages',
        dataset,
        title: 'Messages that are new or gone',
        query: messagesQuery(ground),
      };
    case 'latency':
      return {
        id: 'latency',
        kind: 'latency',
        dataset,
        title: `Latency by ${by}`,
        ...unitOf(ground),
        query: latencyQuery(ground),
      };
    case 'slowest':
      return {
        id: 'slowest',
        kind: 'slowest',
        dataset,
        title: 'The slowest call',
        ...unitOf(ground),
        query: slowestQuery(ground),
      };
    case 'attributes-slow':
    case 'attributes-failing':
    case 'attributes-changed': {
      const compared = name === 'attributes-slow' ? 'slow' : name === 'attributes-failing' ? 'failing' : 'changed';
      return {
        id: name,
        kind: 'attributes',
        dataset,
        compared,
        title: TITLE[compared],
        query: attributes(ground, compared),
      };
    }
  }
};

interface Grounds {
  readonly logs: Ground | null;
  readonly spans: Ground | null;
}

/** Errors and messages are told by logs, calls by spans, or by logs where there are none; what comes in by both. */
const groundsOf = (name: PartName, { logs, spans }: Grounds): readonly Ground[] => {
  const known = (ground: Ground | null): readonly Ground[] => (ground === null ? [] : [ground]);
  if (name === 'volume') return [...known(spans), ...known(logs)];
  if (name === 'errors' || name === 'messages') return known(logs);
  return name === 'failures' ? known(spans) : known(spans ?? logs);
};

const iso = (nanos: bigint): string => new Date(Number(nanos / 1_000_000n)).toISOString();
const period = ({ from, to }: WindowNanos): Bundle['window'] => ({ from: iso(from), to: iso(to) });

const titleOf = (symptom: Symptom, names: readonly string[], { window, previous }: Windows): string => {
  const about: Readonly<Record<Symptom, string>> = {
    slow: 'What is slow',
    failing: 'What is failing',
    changed: 'What changed',
    any: 'What is wrong',
  };
  const where = names.length === 0 ? '' : ` in ${names.join(', ')}`;
  return `${about[symptom]}${where}, from ${iso(window.from)} to ${iso(window.to)}, beside the time from ${iso(previous.from)}`;
};

/**
 * The looks at the data that lead from a question such as "why is checkout slow?" to what is different: each a checked
 * query over a window and the one of the same length before it. Null where there is nothing to look at.
 */
export const planTriage = (linked: Linked, caller: WindowNanos | null): Bundle | null => {
  const { index } = linked;
  const subject = subjectOf(linked);
  const windows = windowsOf(linked, subject.time, caller);
  if (windows === null) return null;
  const ground = (dataset: Dataset): Ground | null => {
    const where = subject.where[dataset];
    return where === null || index[dataset].records === 0 ? null : groundOf(dataset, index[dataset], where, windows);
  };
  const grounds = { logs: ground('logs'), spans: ground('spans') };
  const symptom = symptomOf(linked.routed.question);
  const parts = ORDER[symptom]
    .flatMap((name) => groundsOf(name, grounds).map((on) => makePart(name, on)))
    .flatMap(({ query, ...part }): readonly BundlePart[] => {
      const text = query === null ? null : printQuery(query);
      return text === null || !isSound(text, index) ? [] : [{ ...part, query: text }];
    })
    .slice(0, BUNDLE_PARTS_MAX);
  if (parts.length === 0) return null;
  return {
    title: titleOf(symptom, subject.names, windows),
    symptom,
    window: period(windows.window),
    previous: period(windows.previous),
    ignored: [...subject.ignored],
    parts,
  };
};
