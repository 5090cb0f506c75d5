import { BUNDLE_PARTS_MAX, type Bundle, type BundlePart } from '@clearspan/contracts';
import { printQuery } from '@clearspan/dataprime';
import type { WindowNanos } from '../compose/finish.ts';
import { isSound } from '../decide/is-sound.ts';
import type { Dataset } from '../ir/field-ref.ts';
import type { Linked } from '../link/link-question.ts';
import { type Ground, groundOf } from './ground.ts';
import { makePart, type PartName } from './make-part.ts';
import { subjectOf } from './subject.ts';
import { type Symptom, symptomOf } from './symptom.ts';
import { type Windows, windowsOf } from './windows.ts';

/** What is looked at first is what the question asks for. */
const ORDER: Readonly<Record<Symptom, readonly PartName[]>> = {
  slow: ['latency', 'attributes-slow', 'slowest', 'errors', 'failures', 'messages', 'volume'],
  failing: ['errors', 'failures', 'attributes-failing', 'messages', 'latency', 'volume', 'slowest'],
  changed: ['volume', 'messages', 'errors', 'failures', 'latency', 'attributes-changed', 'slowest'],
  any: ['errors', 'failures', 'latency', 'attributes-failing', 'attributes-slow', 'volume', 'messages', 'slowest'],
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

const iso = (nanos: bigint): string => new Date(Number(nanos / 1_000_000n)).toISOString().replace('.000Z', 'Z');
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
 * query over a window and the one of the same length before it. Null where there is nothing to look at, or no telling when.
 */
export const planTriage = (linked: Linked, caller: WindowNanos | null): Bundle | null => {
  const { index } = linked;
  const isUnclear = linked.marks.some(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'problem');
  if (isUnclear) return null;
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
