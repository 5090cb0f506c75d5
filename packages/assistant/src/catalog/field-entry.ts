import type { CatalogField } from '@clearspan/contracts';
import type { FieldRef, FieldType, Unit } from '../ir/field-ref.ts';
import { joinedForm } from '../tokens/normal-form.ts';

/** A field of the catalog with what linking needs of it. */
export interface FieldEntry {
  readonly ref: FieldRef;
  readonly source: CatalogField;
  /** The name without the wrappers around attributes: `http.route`, `cart_value`. */
  readonly name: string;
  /** Services whose records have it, with how many; null where nearly all do, or where it is not known. */
  readonly services: ReadonlyMap<string, number> | null;
}

const WRAPPERS: readonly (readonly string[])[] = [
  ['logRecord', 'attributes'],
  ['resource', 'attributes'],
  ['process', 'tags'],
  ['logRecord'],
  ['scope'],
  ['attributes'],
  ['tags'],
];

const bareName = (path: readonly string[]): string => {
  const wrapper = WRAPPERS.find((keys) => keys.length < path.length && keys.every((key, i) => path[i] === key));
  return path.slice(wrapper?.length ?? 0).join('.');
};

/** The units that amounts are converted to, by their codes of UCUM. Data is spoken of in powers of 1024 either way. */
const UNITS: Readonly<Record<string, Unit>> = {
  ns: 'ns',
  us: 'us',
  ms: 'ms',
  s: 's',
  min: 'min',
  h: 'h',
  d: 'd',
  By: 'bytes',
  kBy: 'kb',
  KiBy: 'kb',
  MBy: 'mb',
  MiBy: 'mb',
  GBy: 'gb',
  GiBy: 'gb',
};

const DURATION_NAME = /(duration|latency|elapsed|took|response_?time|request_?time)/i;

/** The end of a name that tells its unit: `talk_s`, `took_h`. */
const NAMED_UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/_(?:s|secs?|seconds)$/i, 's'],
  [/_(?:ms|millis)$/i, 'ms'],
  [/_(?:mins?|minutes)$/i, 'min'],
  [/_(?:h|hrs?|hours)$/i, 'h'],
];

/** The unit that the catalog knows, or for durations without one what their magnitude makes likely. */
const unitOfField = (name: string, field: CatalogField): Unit | null => {
  if (field.unit !== undefined) return UNITS[field.unit] ?? null;
  const named = field.numbers === undefined ? undefined : NAMED_UNITS.find(([end]) => end.test(name));
  if (named !== undefined) return named[1];
  if (!DURATION_NAME.test(name) || field.numbers === undefined) return null;
  const typical = field.numbers.p50;
  if (typical < 1) return 's';
  if (typical < 20_000) return 'ms';
  return typical < 20_000_000 ? 'us' : 'ns';
};

const typeOf = (field: CatalogField): { readonly type: FieldType; readonly cast: FieldRef['cast'] } => {
  const share = (type: string): number => field.types.find((entry) => entry.type === type)?.share ?? 0;
  if (share('enum') > 0.5) return { type: 'severity', cast: null };
  if (share('timestamp') > 0.5) return { type: 'timestamp', cast: null };
  if (share('bool') > 0.95) return { type: 'bool', cast: null };
  if (share('number') > 0.98) return { type: 'number', cast: null };
  const samples = [...field.values.map((entry) => entry.value), ...field.examples];
  const numeric = samples.length > 0 && samples.every((value) => /^-?\d+(\.\d+)?$/.test(value));
  if (share('number') > 0.5 || (numeric && share('string') > 0.5)) return { type: 'number', cast: 'number' };
  if (share('string') > 0.98 || field.types.length === 0) return { type: 'string', cast: null };
  return share('string') > 0 || share('bool') > 0
    ? { type: 'string', cast: 'string' }
    : { type: 'unknown', cast: null };
};

/** The catalog tells at most this many services of a field: a list as long as this may be cut. */
const servicesToldMax = 20;

const servicesOf = ({ services }: CatalogField): FieldEntry['services'] =>
  services === undefined || services.length >= servicesToldMax
    ? null
    : new Map(services.map(({ service, count }) => [service, count]));

export const fieldEntry = (field: CatalogField): FieldEntry => {
  const name = bareName(field.path);
  const { type, cast } =
    field.root === 'm' && name === 'severity' ? { type: 'severity' as const, cast: null } : typeOf(field);
  const unit = unitOfField(name, field);
  return {
    ref: { root: field.root, path: field.path, type, cast, unit, role: null },
    source: field,
    name,
    services: servicesOf(field),
  };
};

export const entryKey = (entry: FieldEntry): string => joinedForm(entry.name);
