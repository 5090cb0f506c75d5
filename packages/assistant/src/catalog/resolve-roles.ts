import { type Dataset, type FieldRef, ROLES, type Role } from '../ir/field-ref.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import { entryKey, type FieldEntry } from './field-entry.ts';
import { messageOf } from './message-fields.ts';
import { partedByService } from './parted-by-service.ts';
import { ENGINE_ROLES, ROLE_DEFAULTS, ROLE_NAMES } from './role-names.ts';

/** Below this share of records a field with the better name gives way to one that is nearly everywhere. */
const presenceMin = 0.02;

const fits = (role: Role, entry: FieldEntry): boolean => {
  switch (role) {
    case 'duration':
      return entry.ref.type === 'number';
    case 'status':
      return entry.ref.type === 'number' || /code|http/.test(entry.name) || hasStatusValues(entry);
    case 'message':
      return entry.ref.type !== 'number' && entry.ref.type !== 'bool';
    case 'severity':
      return entry.ref.type === 'severity';
    case 'error':
      return !namesTypes(entry);
    case 'errortype':
      return entry.name !== 'error' || namesTypes(entry);
    case 'service':
    case 'app':
    case 'user':
    case 'path':
    case 'method':
    case 'region':
    case 'host':
    case 'trace':
    case 'span':
    case 'parent':
    case 'operation':
    case 'db':
    case 'version':
    case 'timestamp':
      return true;
  }
};
const hasStatusValues = (entry: FieldEntry): boolean =>
  entry.source.values.length > 0 && entry.source.values.every(({ value }) => /^[1-5]\d\d$/.test(value));

/** `req.code: 504`: a code is a status only where all that is seen of it are statuses. */
const isBareCode = (entry: FieldEntry): boolean =>
  /^code$/i.test(entry.ref.path.at(-1) ?? '') && entry.ref.type === 'number' && hasStatusValues(entry);

/** `error: DiskFull` tells what it was; `error: true` that it was one. */
const namesTypes = ({ source }: FieldEntry): boolean =>
  source.values.length > 0 && source.values.every(({ value }) => /^(?!True$|False$)[A-Z]\w*[a-z]\w*$/.test(value));

const JOINED_NAMES: ReadonlyMap<Role, readonly string[]> = new Map(
  ROLES.map((role) => [role, ROLE_NAMES[role].map(joinedForm)]),
);

const isVerb = ({ value }: { readonly value: string }): boolean =>
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i.test(value);

/** How something was paid, `fare.method`, is no method of requests where another field has those. */
const withoutOtherMethods = (called: readonly FieldEntry[]): readonly FieldEntry[] =>
  called.some(({ source }) => source.values.some(isVerb))
    ? called.filter(({ source }) => source.values.length === 0 || source.values.some(isVerb))
    : called;

/** What a name is worth less that plays the role in one part of a record alone: `player.version` beside `release`. */
const partOnly = 40;

/** How well a field plays a role: the place of its name in the role's list, then how many records have it. */
const score = (role: Role, entry: FieldEntry): number => {
  const names = JOINED_NAMES.get(role) ?? [];
  const key = entryKey(entry);
  const last = joinedForm(entry.ref.path.at(-1) ?? '');
  const whole = names.indexOf(key);
  const place = whole >= 0 ? whole : names.indexOf(last) + partOnly;
  if (whole < 0 && !names.includes(last)) return role === 'status' && isBareCode(entry) ? 0 : -1;
  const known = entry.source.presence >= presenceMin ? 1 : 0;
  // A service name that is the same on every record says less than one that tells records apart.
  const telling = role === 'service' && entry.source.distinct <= 1 ? 0 : 1;
  return known * 100 + telling * 50 + (40 - place) + entry.source.presence;
};

const refOf = (role: Role, entry: FieldEntry): FieldRef => {
  // Codes that came as text, and span tags that may be either, compare as numbers.
  const cast = role === 'status' && entry.ref.type !== 'number' ? 'number' : entry.ref.cast;
  const type = role === 'status' ? 'number' : entry.ref.type;
  return { ...entry.ref, role, cast, type };
};

/** The fields that may play a role, the best first. */
const candidatesFor = (role: Role, entries: readonly FieldEntry[]): readonly FieldEntry[] => {
  const called = entries
    .filter((entry) => fits(role, entry))
    .map((entry) => ({ entry, score: score(role, entry) }))
    .filter((candidate) => candidate.score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
  return role === 'method' ? withoutOtherMethods(called) : called;
};

/** The field behind each role of one data set. Roles that neither the catalog nor the engine knows are left out. */
export const resolveRoles = (dataset: Dataset, entries: readonly FieldEntry[]): ReadonlyMap<Role, FieldRef> => {
  const roles = new Map<Role, FieldRef>();
  for (const role of ROLES) {
    const engine = ENGINE_ROLES[dataset].includes(role);
    const byDefault = ROLE_DEFAULTS[dataset][role];
    const called = candidatesFor(role, entries);
    // Names of operations are read as sentences, and are none.
    const best = role === 'message' && dataset === 'logs' ? messageOf(called, entries) : called[0];
    const preferDefault =
      engine && byDefault !== undefined && !(role === 'service' && betterService(best, entries, byDefault));
    if (preferDefault) roles.set(role, withSeenType(byDefault, entries));
    else if (best !== undefined) roles.set(role, refOf(role, best));
    else if (byDefault !== undefined && (engine || entries.length === 0)) roles.set(role, byDefault);
  }
  return roles;
};

/** A label that is absent or the same everywhere gives way to a field of the data that tells services apart. */
const betterService = (best: FieldEntry | undefined, entries: readonly FieldEntry[], label: FieldRef): boolean => {
  if (best === undefined || best.source.distinct < 2) return false;
  const labelled = entries.find((entry) => entry.ref.root === label.root && entry.ref.path[0] === label.path[0]);
  return labelled === undefined || labelled.source.distinct <= 1 || labelled.source.presence < presenceMin;
};

const withSeenType = (field: FieldRef, entries: readonly FieldEntry[]): FieldRef => {
  const seen = entries.find(
    (entry) => entry.ref.root === field.root && entry.ref.path.join('\0') === field.path.join('\0'),
  );
  // The error tag may come as text or as a boolean; as text it compares in both cases.
  const mixed = field.role === 'error' && seen !== undefined && seen.ref.type !== 'string';
  return mixed ? { ...field, cast: 'string' } : field;
};

/**
 * Roles that services give to different fields: that of the data set first, then those of other services. A role that
 * every record has a field for is none of them.
 */
export const rolesByService = (
  dataset: Dataset,
  entries: readonly FieldEntry[],
): ReadonlyMap<Role, readonly FieldRef[]> =>
  new Map(
    ROLES.filter((role) => !ENGINE_ROLES[dataset].includes(role)).flatMap((role) => {
      const [best, ...others] = candidatesFor(role, entries);
      if (best === undefined) return [];
      const apart = others.filter((other) => partedByService([best, other]));
      return apart.length === 0 ? [] : [[role, [best, ...apart].map((entry) => refOf(role, entry))] as const];
    }),
  );
