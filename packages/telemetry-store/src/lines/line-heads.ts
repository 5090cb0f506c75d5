import { isPlainKey, type LineField, type LineHead, type SchemaField } from '@clearspan/dataprime';
import { APPLICATION_DEFAULT, SUBSYSTEM_DEFAULT } from '../rows/origin-labels.ts';
import { SEVERITY_WORDS } from '../rows/severity.ts';
import { APPLICATION_KEYS, LABEL_KEYS, SEVERITY_KEYS, SUBSYSTEM_KEYS, severityOf } from './usual-keys.ts';

/** Numbers that stand for a severity in one scale or another are below this one. */
const LEVELS_END = 100;

/** Where a usual key may stand: by its name, and one with a dot inside its parent too. */
const pathsOf = (name: string): readonly (readonly string[])[] => {
  const dot = name.indexOf('.');
  return dot <= 0 ? [[name]] : [[name], [name.slice(0, dot), name.slice(dot + 1)]];
};

const samePath = (a: readonly string[], b: readonly string[]): boolean => a.join('\0') === b.join('\0');

/** Texts and numbers under a key and the codes they stand for. */
const codesOf = (key: string): NonNullable<LineHead['codes']> => [
  ...SEVERITY_WORDS,
  ...Array.from({ length: LEVELS_END }, (_, level) => [level, severityOf(key, level)] as const).filter(
    ([, code]) => code > 0,
  ),
];

type Place = Pick<LineHead, 'root' | 'key' | 'otherwise'>;

/**
 * One field of `$m` or `$l` as lines with these fields have it; null where a scan cannot tell: the first key that lines
 * have holds values of several types, or of one that is not read.
 */
const headOf = (place: Place, names: readonly string[], known: readonly SchemaField[]): LineHead | null => {
  const isSeverity = place.root === 'm';
  const paths = names.flatMap(pathsOf);
  if (!paths.flat().every(isPlainKey)) return null;
  const typesAt = (path: readonly string[]): readonly string[] =>
    known.find((field) => samePath(field.path, path))?.types.map(({ kind }) => kind) ?? [];
  const at = paths.findIndex((path) => typesAt(path).some((kind) => kind !== 'object' && kind !== 'array'));
  if (at < 0) return { ...place, holder: null, before: paths, after: [], codes: isSeverity ? [] : null };
  const path = paths[at] ?? [];
  const [type, ...more] = typesAt(path);
  if (more.length > 0 || !(type === 'string' || (type === 'number' && isSeverity))) return null;
  const holder: LineField = { path, type };
  // A flat key with a dot and the same below its parent are one name to whoever asks what its number means.
  const codes = isSeverity ? codesOf(path.join('.')) : null;
  return { ...place, holder, before: paths.slice(0, at), after: paths.slice(at + 1), codes };
};

/** Severity and labels as records get them from lines with these fields of `$d`, see `usualSeverity` and `usualLabels`. */
export const lineHeads = (known: readonly SchemaField[]): readonly LineHead[] => {
  const label = (key: string, names: readonly string[], otherwise: string | null = null): LineHead | null =>
    headOf({ root: 'l', key, otherwise }, names, known);
  return [
    headOf({ root: 'm', key: 'severity', otherwise: null }, SEVERITY_KEYS, known),
    label('applicationname', APPLICATION_KEYS, APPLICATION_DEFAULT),
    label('subsystemname', SUBSYSTEM_KEYS, SUBSYSTEM_DEFAULT),
    ...LABEL_KEYS.map(([name, keys]) => label(name, keys)),
  ].filter((head) => head !== null);
};
