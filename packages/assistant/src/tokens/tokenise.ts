import { wordForm } from './normal-form.ts';
import type { QuantityUnit, Token } from './token.ts';

/** Longer questions are declined by the router; the tokeniser cuts all the same. */
export const QUESTION_CHARS_MAX = 2_000;

const UNIT: Readonly<Record<string, QuantityUnit>> = {
  ns: 'ns',
  us: 'us',
  µs: 'us',
  μs: 'us',
  ms: 'ms',
  s: 's',
  sec: 's',
  secs: 's',
  m: 'm',
  min: 'm',
  mins: 'm',
  h: 'h',
  hr: 'h',
  hrs: 'h',
  d: 'd',
  w: 'w',
  '%': 'percent',
  b: 'bytes',
  kb: 'kb',
  mb: 'mb',
  gb: 'gb',
};
const NANOS_OF: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
  d: 86_400e9,
  w: 604_800e9,
};

type Made = Record<string, unknown> & { readonly kind: Token['kind'] };
type Reader = (match: RegExpExecArray, before: string) => Made | null;
type Rule = readonly [RegExp, Reader];

const plainNumber = (text: string): number => Number(text.replaceAll(',', ''));
const compare = (op: string): string => (op === ':' || op === '=' ? '==' : op);
const unquote = (text: string): string => text.replace(/^["'](.*)["']$/s, '$1');

const clock: Reader = (m) => {
  const hours = Number(m[1]);
  const minutes = Number(m[2] ?? 0);
  const seconds = Number(m[3] ?? 0);
  const half = m[4]?.toLowerCase().replaceAll('.', '');
  if (minutes > 59 || seconds > 59 || hours > 24 || (half !== undefined && (hours > 12 || hours === 0))) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0);
  return { kind: 'clock', minutes: hour * 60 + minutes, seconds };
};

const iso: Reader = (m) => {
  const dayOnly = m[2] === undefined;
  const zone = m[4] ?? 'Z';
  const clockText = dayOnly ? '00:00:00' : m[3] === undefined ? `${m[2]}:00` : `${m[2]}${m[3]}`;
  const ms = Date.parse(`${m[1]}T${clockText}${zone}`);
  return Number.isNaN(ms) ? null : { kind: 'iso', nanos: BigInt(ms) * 1_000_000n, dayOnly };
};

const compound: Reader = (m) => {
  let total = 0;
  for (const part of m[0].matchAll(/(\d+)(h|m|s)/gi)) {
    total += Number(part[1]) * (NANOS_OF[(part[2] ?? '').toLowerCase()] ?? 0);
  }
  return { kind: 'quantity', value: total, unit: 'ns' };
};

const quantity: Reader = (m) => {
  const unit = UNIT[(m[2] ?? '').toLowerCase()];
  return unit === undefined ? null : { kind: 'quantity', value: plainNumber(m[1] ?? ''), unit };
};

const regex: Reader = (m) => (/[\\[\](){}*+?|^$]/.test(m[1] ?? '') ? { kind: 'regex', pattern: m[1] ?? '' } : null);

const hex: Reader = (m) => (/^\d+$/.test(m[0]) ? null : { kind: 'id', form: m[0].length === 32 ? 'hex32' : 'hex16' });

const constraint: Reader = (m, before) => {
  const key = m[2] ?? '';
  const value = unquote(m[4] ?? '');
  if (/^https?$/i.test(key) || /[\p{L}\p{N}]$/u.test(before)) return null;
  return { kind: 'constraint', key, op: compare(m[3] ?? ':'), value, negated: m[1] === '-' };
};

/** Tried in order at each position; the first that reads wins. */
const RULES: readonly Rule[] = [
  [/"([^"]*)"|“([^”]*)”|`([^`]*)`/y, (m) => ({ kind: 'quoted', value: m[1] ?? m[2] ?? m[3] ?? '' })],
  [
    /'([^']*)'(?![\p{L}\p{N}])|‘([^’]*)’(?![\p{L}\p{N}])/uy,
    (m, before) => (/[\p{L}\p{N}]$/u.test(before) ? null : { kind: 'quoted', value: m[1] ?? m[2] ?? '' }),
  ],
  [/(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/iy, iso],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/iy, () => ({ kind: 'id', form: 'uuid' })],
  [/(?:[0-9a-f]{32}|[0-9a-f]{16})\b(?!-)/iy, hex],
  [/\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/y, () => ({ kind: 'id', form: 'ip' })],
  [/(-)?(\$?[A-Za-z_][\w.$]*(?:-\w+)*)(>=|<=|!=|==|=|:|>|<)("[^"]*"|'[^']*'|[^\s,;()"'=<>]+)/y, constraint],
  [/\/((?:\\.|[^/\n])+)\/(?=[\s,.?!]|$)/y, regex],
  [/\/[\w\-./:{}%]*[\w}/]/y, (_m, before) => (/[\p{L}\p{N}]$/u.test(before) ? null : { kind: 'path' })],
  [/non(?:-|(?=[1-5]xx))(?=\w)/iy, () => ({ kind: 'word' })],
  [/([1-5])xx(?:['’]?s)?\b/iy, (m) => ({ kind: 'status-class', hundreds: Number(m[1]) })],
  [/([1-5])00-(?:level|range|class)\b/iy, (m) => ({ kind: 'status-class', hundreds: Number(m[1]) })],
  [/p(\d{2})(\d?|\.\d+)\b/iy, (m) => ({ kind: 'percentile', p: Number(`0.${m[1]}${(m[2] ?? '').replace('.', '')}`) })],
  [
    /(\d{1,2}(?:\.\d+)?)(?:st|nd|rd|th)[\s-]*(?:percentile|pctl?|pct)\b/iy,
    (m) => ({ kind: 'percentile', p: Number(m[1]) / 100 }),
  ],
  [/v?\d+\.\d+\.\d+(?:[-.]\w+)*/iy, () => ({ kind: 'id', form: 'version' })],
  [/(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([ap]\.?m\b\.?))?(?!\d)/iy, clock],
  [/(\d{1,2})()()\s?([ap]\.?m)\b\.?/iy, clock],
  [/(?:\d+h\d+m\d+s|\d+h\d+m|\d+m\d+s|\d+h\d+s)\b/iy, compound],
  [/([1-5]\d\d)['’]?s\b/y, (m) => ({ kind: 'plural-number', value: Number(m[1]) })],
  [/(\d[\d,]*(?:\.\d+)?)(k)\b/iy, (m) => ({ kind: 'number', value: plainNumber(m[1] ?? '') * 1000 })],
  [/(\d[\d,]*(?:\.\d+)?)\s?(%)/y, quantity],
  [/(\d[\d,]*(?:\.\d+)?)(ns|us|µs|μs|ms|secs?|s|mins?|m|hrs?|hr|h|d|w|kb|mb|gb|b)(?![\p{L}\p{N}_-])/iuy, quantity],
  [
    /[+-]?\d[\d,]*\.\d+(?![\p{L}\p{N}_])|\d{1,3}(?:,\d{3})+(?![\p{L}\p{N}_])|[+-]?\d+(?![\p{L}\p{N}_]|-\p{L})/uy,
    (m, before) => (/[\p{L}\p{N}]$/u.test(before) ? null : { kind: 'number', value: plainNumber(m[0]) }),
  ],
  [/[\p{L}\p{N}_$][\p{L}\p{N}_]*(?:(?:[-.@:^]|['’](?=\p{L}))[\p{L}\p{N}_]+)*/uy, () => ({ kind: 'word' })],
  [/>=|<=|==|!=|<>|≥|≤|[<>=]/y, (m) => ({ kind: 'operator', op: OPERATORS[m[0]] ?? '==' })],
];
const OPERATORS: Readonly<Record<string, string>> = {
  '>=': '>=',
  '≥': '>=',
  '<=': '<=',
  '≤': '<=',
  '==': '==',
  '=': '==',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '>': '>',
};

const readAt = (question: string, at: number): Token => {
  const before = question.slice(Math.max(0, at - 1), at);
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(question);
    const made = match === null || match[0] === '' ? null : make(match, before);
    if (match !== null && made !== null) {
      const text = match[0];
      const norm = made.kind === 'word' ? wordForm(text) : text.normalize('NFKC').toLowerCase();
      return { ...made, text, start: at, end: at + text.length, norm } as unknown as Token;
    }
  }
  const text = String.fromCodePoint(question.codePointAt(at) ?? 32);
  return { kind: 'punctuation', text, start: at, end: at + text.length, norm: text };
};

/** The pieces of a question in order, blanks left out. Never fails: what is nothing else is punctuation. */
export const tokenise = (question: string): readonly Token[] => {
  const tokens: Token[] = [];
  const end = Math.min(question.length, QUESTION_CHARS_MAX);
  let at = 0;
  while (at < end) {
    if (/\s/.test(question[at] ?? '')) {
      at += 1;
      continue;
    }
    const token = readAt(question, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
};
