import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import { joinedForm, nameWords, wordForm } from '../tokens/normal-form.ts';
import { CONVENTION_NAMES } from './convention-names.ts';
import type { FieldEntry } from './field-entry.ts';
import { MEASURE_NAMES } from './measure-names.ts';
import { withoutSuffix } from './name-suffix.ts';
import { partedByService } from './parted-by-service.ts';
import { synonymNames } from './synonym-names.ts';
import { writtenOut } from './written-out.ts';

interface Named {
  readonly dataset: Dataset;
  readonly field: FieldRef;
}

/** `device.type` tells of a device. */
const thingOf = (parts: readonly string[]): readonly string[] =>
  parts.length > 1 && /^(?:type|kind)$/.test(parts.at(-1) ?? '') ? parts.slice(-2, -1) : [];

/** `down_s` is a "downtime", `talk_min` a "talk time". */
const timeNames = (name: string): readonly string[] =>
  /_(?:s|secs?|seconds|ms|mins?|minutes|h|hours)$/i.test(name)
    ? withoutSuffix(name.split('.').at(-1) ?? '').map((base) => `${base}time`)
    : [];

/** The ends of a dotted name, without the whole: `system.name` and `name` of `db.system.name`; each without its suffix too. */
const endsOf = (name: string): readonly string[] => {
  const parts = name.split('.');
  const ends = parts.map((_, at) => parts.slice(at).join('.'));
  return [
    ...ends.slice(1),
    ...ends.flatMap(withoutSuffix),
    ...thingOf(parts),
    ...writtenOut(name),
    ...timeNames(name),
  ].map((end) => wordForm(joinedForm(end)));
};

const MONEY = /(?:eur|euros?|usd|gbp|chf|cents|amount)$/i;
const FAILURE = /^(?:err|error|exception)[._]?(?:kind|type|class|name)$/i;
const FAILURES = [
  'errorkind',
  'errortype',
  'errorclass',
  'exceptiontype',
  'exceptionclass',
  'kindoferror',
  'typeoferror',
];
/** Where nothing is called a reason, a code of what failed tells it. */
const REASON = /^(?:err|error|failure|reject|rejection|decline|refusal|result|reason)[._]?(?:code|reason)$/i;
const REASONS = ['reason', 'failurereason', 'errorreason', 'reasoncode'];
const isAddress = ({ source, name }: FieldEntry): boolean =>
  nameWords(name).at(-1) === 'ip' || (source.patterns ?? []).some(({ pattern }) => /^ipv[46]$/.test(pattern));

/** What people call a field by what it holds: an amount of money, an address on the network, a kind of error; the one most records have. */
const spokenOf = (fields: readonly FieldEntry[]): readonly (readonly [word: string, entry: FieldEntry])[] => {
  const most = (isSo: (entry: FieldEntry) => boolean): FieldEntry | undefined =>
    fields.filter(isSo).toSorted((a, b) => b.source.presence - a.source.presence)[0];
  const money = most(({ ref, name }) => ref.type === 'number' && MONEY.test(nameWords(name).at(-1) ?? ''));
  const address = most(isAddress);
  const failure = most(({ name, ref }) => ref.type === 'string' && FAILURE.test(name));
  // "by reason" of refunds is by `refundReason`, where one is called so.
  const isReason = ({ name }: FieldEntry): boolean => /^reasons?$/.test(nameWords(name).at(-1) ?? '');
  const reason = fields.some(isReason)
    ? undefined
    : most(({ name, ref }) => ref.type === 'string' && REASON.test(name));
  const conventional = CONVENTION_NAMES.flatMap(([called, words]) => {
    const entry = most(({ name }) => called.test(name));
    return entry === undefined ? [] : words.map((word) => [word, entry] as const);
  });
  const measured = MEASURE_NAMES.flatMap(([called, words]) => {
    // Cents per kilowatt hour are no energy.
    const isIt = ({ name }: FieldEntry): boolean =>
      called.test(nameWords(name).at(-1) ?? '') && !nameWords(name).includes('per');
    const entry = fields.find((one) => isIt(one) && nameWords(one.name).length === 1) ?? most(isIt);
    return entry === undefined ? [] : words.map((word) => [word, entry] as const);
  });
  return [
    ...conventional,
    ...measured,
    ...synonymNames(fields),
    ...(money === undefined ? [] : [['amount', money] as const, ['money', money] as const]),
    ...(address === undefined ? [] : [['ip', address] as const, ['ipaddress', address] as const]),
    ...(reason === undefined ? [] : REASONS.map((word) => [word, reason] as const)),
    ...(failure === undefined ? [] : FAILURES.map((word) => [word, failure] as const)),
  ];
};

/** The same attribute under two roots is one: `process.tags` repeats what a span has. */
const differentNames = (entries: readonly FieldEntry[]): readonly FieldEntry[] =>
  entries.filter(({ name }, at) => entries.findIndex((entry) => entry.name === name) === at);

/** `playerId`, `player_id` and `player.id` are one thing however it is spelt. */
const isOneThing = (entries: readonly FieldEntry[]): boolean =>
  new Set(entries.map(({ name }) => joinedForm(name))).size === 1 || partedByService(entries);

const objectFieldsMin = 3;

/** A video has a profile, a queue and its seconds: what is called so is the thing of all of them, and not the seconds. */
const isThingOfMany = (end: string, named: readonly FieldEntry[], fields: readonly FieldEntry[]): boolean => {
  if (!named.every(({ ref, name }) => ref.type === 'number' && joinedForm(name.split('.')[0] ?? '') === end))
    return false;
  const ofObject = fields.filter(({ name }) => name.includes('.') && joinedForm(name.split('.')[0] ?? '') === end);
  return ofObject.length >= objectFieldsMin;
};

/**
 * Each end of a name that only one thing of a data set has: of several it would say nothing. What has several names, one in
 * each service, is one thing.
 */
export const nameEnds = (
  logs: readonly FieldEntry[],
  spans: readonly FieldEntry[],
): ReadonlyMap<string, readonly Named[]> => {
  const ends = new Map<string, Named[]>();
  for (const [dataset, fields] of [['logs', logs] as const, ['spans', spans] as const]) {
    const own = new Map<string, FieldEntry[]>();
    for (const entry of fields) {
      for (const end of new Set(endsOf(entry.name))) own.set(end, [...(own.get(end) ?? []), entry]);
    }
    for (const [end, entries] of own) {
      const named = differentNames(entries);
      if (!isOneThing(named) || isThingOfMany(end, named, fields)) continue;
      ends.set(end, [...(ends.get(end) ?? []), ...named.map(({ ref }) => ({ dataset, field: ref }))]);
    }
    for (const [word, entry] of spokenOf(fields))
      if (!own.has(word)) ends.set(word, [...(ends.get(word) ?? []), { dataset, field: entry.ref }]);
  }
  return ends;
};
