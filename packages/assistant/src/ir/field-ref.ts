/** What a field means, whatever it is called in the data. */
export const ROLES = [
  'service',
  'app',
  'severity',
  'message',
  'status',
  'duration',
  'user',
  'path',
  'method',
  'region',
  'host',
  'trace',
  'span',
  'parent',
  'operation',
  'db',
  'error',
  'errortype',
  'version',
  'timestamp',
] as const;
export type Role = (typeof ROLES)[number];

export type Dataset = 'logs' | 'spans';
export type FieldType = 'string' | 'number' | 'bool' | 'timestamp' | 'severity' | 'unknown';
export type Unit = 'ns' | 'us' | 'ms' | 's' | 'min' | 'h' | 'd' | 'bytes' | 'kb' | 'mb' | 'gb';

/** A field of one data set, resolved against the catalog or by the defaults of its role. */
export interface FieldRef {
  readonly root: 'm' | 'l' | 'd';
  readonly path: readonly string[];
  readonly type: FieldType;
  /** Values come in several types, or as text although they are numbers: a cast is needed to compare them. */
  readonly cast: 'number' | 'string' | null;
  readonly unit: Unit | null;
  readonly role: Role | null;
}

/** `$d.tags['http.status_code']`: for people and for identity, not for queries. */
export const fieldText = (field: FieldRef): string =>
  field.path.reduce(
    (text, key) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? `${text}.${key}` : `${text}['${key}']`),
    `$${field.root}`,
  );

export const sameField = (a: FieldRef, b: FieldRef): boolean => fieldText(a) === fieldText(b);

/** Whether a number tells how much data something is. */
export const isSized = ({ type, unit }: FieldRef): boolean =>
  type === 'number' && /^(?:bytes|kb|mb|gb)$/.test(unit ?? '');

/** What a field stands in: `sub` of `sub.method`; null of one that stands alone. */
export const homeOfField = ({ path }: FieldRef): string | null => {
  const whole = path.join('.').replace(/^tags\./, '');
  return whole.includes('.') ? whole.slice(0, whole.lastIndexOf('.')) : null;
};
