import { type InterpretTimes, quantile } from '../../bench/interpret-times.ts';
import type { AskedQuestion } from '../ask-sets.ts';
import { BARS, type Bar, LATENCY_BAR, type Share, verdictOf } from '../figures/bars.ts';
import { wilson } from '../figures/wilson.ts';
import { roleOf, SET_ROLES, type SetRole } from '../questions/sets.ts';
import type { Row } from './table.ts';

export const byRole = (asked: readonly AskedQuestion[]): Readonly<Record<SetRole, readonly AskedQuestion[]>> => ({
  development: asked.filter(({ set }) => roleOf(set) === 'development'),
  'held-out': asked.filter(({ set }) => roleOf(set) === 'held-out'),
});

const percent = (figure: number): string => (100 * figure).toFixed(1);

/** `96.6 % (94.8 to 97.8), 540 of 559`; nothing was asked where there is a dash. */
export const shareText = ({ part, of }: Share): string => {
  if (of === 0) return '–';
  const { low, high } = wilson(part, of);
  return `${percent(part / of)} % (${percent(low)} to ${percent(high)}), ${part} of ${of}`;
};

export const boundText = ({ better, ship, target }: Bar, which: 'ship' | 'target'): string => {
  const bound = which === 'ship' ? ship : target;
  return `${better === 'less' && bound > 0 ? '≤ ' : ''}${bound * 100} %`;
};

export const BAR_HEAD: Row = ['', 'development', '', 'held-out', '', 'ship', 'target'];

const latencyRow = ({ ms }: InterpretTimes): Row => {
  const { name, shipMs, targetMs } = LATENCY_BAR;
  const p95 = quantile(ms, 0.95);
  const verdict = p95 <= targetMs ? 'target met' : p95 <= shipMs ? 'met' : 'missed';
  return [name, `${p95.toFixed(1)} ms, ${ms.length} readings`, verdict, '–', '', `≤ ${shipMs} ms`, `≤ ${targetMs} ms`];
};

/** A line for each bar: the figure of the development sets beside that of the held-out ones. */
export const barRows = (asked: readonly AskedQuestion[], times: InterpretTimes): readonly Row[] => {
  const groups = byRole(asked);
  const cells = (bar: Bar): Row =>
    SET_ROLES.flatMap((role) => {
      const figure = bar.measure(groups[role]);
      return [shareText(figure), figure.of === 0 ? '' : verdictOf(bar, figure)];
    });
  const rows = BARS.map((bar) => [bar.name, ...cells(bar), boundText(bar, 'ship'), boundText(bar, 'target')]);
  return [BAR_HEAD, ...rows, latencyRow(times)];
};
