import type { MetricFunction, MetricQuery } from '@clearspan/contracts';
import { type Definition, definitionText } from './definition.ts';
import { functionsOf } from './metric-functions.ts';

/** A way in which the metric is sent, with the number of its series that were asked for. */
export interface HeldDefinition {
  readonly definition: Definition;
  readonly series: number;
}

/** What is wrong with a question, where it stands in it. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

export type Picked =
  | { readonly ok: true; readonly definition: Definition; readonly name: MetricFunction; readonly series: number }
  | { readonly ok: false; readonly fault: Fault };

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
const unique = (words: readonly string[]): string[] => [...new Set(words)];
const fault = (path: string, message: string): Picked => ({ ok: false, fault: { path, message } });

const named = (unit: string): string => (unit === '' ? 'none' : unit);
const kindOf = ({ type, unit, monotonic }: Definition): string => JSON.stringify([type, unit, monotonic]);

/** The one way of sending the metric that a question is about, and the function; `held` has one at least. */
export const pickDefinition = (held: readonly HeldDefinition[], asked: MetricQuery): Picked => {
  const typed = held.filter(({ definition }) => asked.type === undefined || definition.type === asked.type);
  if (typed.length === 0) {
    const types = unique(held.map(({ definition }) => definition.type));
    return fault('type', `expected ${listed(types)}, which the metric is, found ${asked.type}`);
  }
  const fitting = typed.filter(({ definition }) => asked.unit === undefined || definition.unit === asked.unit);
  const [newest] = fitting;
  if (newest === undefined) {
    const units = unique(typed.map(({ definition }) => named(definition.unit)));
    return fault('unit', `expected ${listed(units)}, which the metric has, found ${named(asked.unit ?? '')}`);
  }
  const sent = fitting.filter(({ series }) => series > 0);
  const meant = sent.length === 0 ? [newest] : sent;
  const [first = newest] = meant;
  if (meant.some(({ definition }) => kindOf(definition) !== kindOf(first.definition))) {
    const kinds = meant.map(({ definition }) => `${definitionText(definition)} in ${named(definition.unit)}`);
    return fault(
      'metric',
      `expected series of one type and unit, found ${unique(kinds).join(', ')}; \`type\`, \`unit\`, \`service\` or \`where\` picks one`,
    );
  }
  const fit = functionsOf(first.definition).filter((name) =>
    meant.every(({ definition }) => functionsOf(definition).includes(name)),
  );
  const name = asked.function ?? (asked.quantile === undefined ? fit[0] : 'quantile');
  if (name === undefined || !fit.includes(name)) {
    const kind = listed(unique(meant.map(({ definition }) => definitionText(definition))));
    return fault('function', `expected a function of ${kind}: ${listed(fit)}; found ${name}`);
  }
  const series = meant.reduce((sum, one) => sum + one.series, 0);
  return { ok: true, definition: first.definition, name, series };
};
