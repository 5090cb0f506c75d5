import type { FunctionNotes } from '../function-note.ts';
import { TIME_UNITS } from './time-words.ts';

const PAST = 'Beyond 292 years it is null.';

/** Functions of time that are about intervals. */
export const INTERVAL_NOTES: FunctionNotes = {
  addInterval: {
    parameters: { left: 'an interval', right: 'an interval' },
    notes: ['The same as `left + right`.'],
    examples: ['addInterval(50m, 20m)', '1h + 30m'],
    see: ['subtractInterval', 'addTime'],
  },
  subtractInterval: {
    parameters: { left: 'an interval', right: 'what is taken from it' },
    notes: ['The same as `left - right`. The result may be negative.'],
    examples: ['subtractInterval(30m, 1h)'],
    see: ['addInterval', 'subtractTime'],
  },
  multiplyInterval: {
    parameters: { i: 'an interval', factor: 'a number; fractions and negative ones too' },
    notes: [`The same as \`i * factor\`, rounded to whole nanoseconds. ${PAST}`],
    examples: ['multiplyInterval(10s, -1)', '10s * 0.5'],
    see: ['divideInterval'],
  },
  divideInterval: {
    parameters: { i: 'an interval', divisor: 'a number' },
    notes: [
      'The same as `i / divisor`, rounded to whole nanoseconds. An interval divided by an interval is a number: `1h / 30m` is 2.',
    ],
    examples: ['divideInterval(10s, 3)', 'divideInterval(1h, 0)', '1h / 30m'],
    see: ['multiplyInterval', 'toTimeUnit'],
  },
  roundInterval: {
    parameters: { interval: 'an interval', scale: `the smallest unit that is left: ${TIME_UNITS}` },
    notes: ['Rounds towards zero.'],
    examples: ["roundInterval(-90m, 'h')", "1d2h3m.roundInterval('day')"],
    see: ['roundTime', 'toTimeUnit'],
  },
  toInterval: {
    parameters: { number: 'how many units; fractions too', timeUnit: `${TIME_UNITS}; \`'nano'\` where left out` },
    notes: [`Rounded to whole nanoseconds. ${PAST}`],
    examples: ["toInterval(1.5, 'days')", 'toInterval(5)', "250.toInterval('ms')"],
    queries: ["filter duration_ms > 500 | choose path, duration_ms.toInterval('ms') as took"],
    see: ['toTimeUnit', 'parseInterval'],
  },
  toTimeUnit: {
    parameters: { interval: 'an interval', timeUnit: TIME_UNITS },
    examples: ["toTimeUnit(-1500ms, 's')", "1d.toTimeUnit('hour')"],
    queries: ["aggregate (max($m.timestamp) - min($m.timestamp)).toTimeUnit('m') as minutes"],
    see: ['toInterval', 'divideInterval'],
  },
  parseInterval: {
    parameters: { string: 'an interval as it is written in a query: `1d2h30m`, `-90s`' },
    notes: [
      'Units are `d h m s ms us ns`, each once, the largest first, whole numbers without blanks. A number alone is no interval.',
      'The same as a cast: `took:interval`.',
    ],
    examples: ["parseInterval('90m')", "parseInterval('-1h')", "parseInterval('2h1d')", "parseInterval('90')"],
    see: ['formatInterval', 'toInterval'],
  },
  formatInterval: {
    parameters: {
      interval: 'an interval',
      scale: `the largest unit that is shown: ${TIME_UNITS}; \`'nano'\` where left out`,
    },
    notes: ['Smaller units follow where there is a rest. Zero is `0ns`.'],
    examples: [
      "formatInterval(1d2h, 'm')",
      "formatInterval(1500ms, 's')",
      "formatInterval(10s, 'h')",
      'formatInterval(1500ms)',
    ],
    see: ['parseInterval', 'toTimeUnit'],
  },
};
