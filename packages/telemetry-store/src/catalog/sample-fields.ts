import { arrayOf, BOOL, NUMBER, OBJECT, type SchemaField, STRING, type Type, UNKNOWN } from '@clearspan/dataprime';
import { isEnvelope } from '../lines/envelope.ts';
import { parseLine } from '../lines/parse-line.ts';
import { isRawNumber, type JsonTree } from '../rows/json-tree.ts';
import { tellingShapes } from './fold-fields.ts';
import { countShapes } from './shapes.ts';

const scalarType = (value: JsonTree): Type | null => {
  if (typeof value === 'string') return STRING;
  if (typeof value === 'number') return NUMBER;
  if (typeof value === 'boolean') return BOOL;
  return isRawNumber(value) && Number.isFinite(Number(value.rawJSON)) ? NUMBER : null;
};

type Seen = Map<string, { readonly path: readonly string[]; readonly types: Map<string, Type> }>;

const note = (seen: Seen, path: readonly string[], type: Type): void => {
  const key = JSON.stringify(path);
  const field = seen.get(key) ?? { path, types: new Map<string, Type>() };
  field.types.set(type.kind, type);
  seen.set(key, field);
};

const walk = (seen: Seen, path: readonly string[], tree: { readonly [key: string]: JsonTree }): void => {
  for (const [key, value] of Object.entries(tree)) {
    const type = scalarType(value);
    if (type !== null) note(seen, [...path, key], type);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawNumber(value))
      walk(seen, [...path, key], value as { readonly [key: string]: JsonTree });
  }
};

/**
 * The fields of `$d` in lines of a log file, as a catalog of their records would tell them. Null where a line is no JSON
 * object, or one that stands for something else than itself.
 */
export const sampleFields = (lines: readonly string[]): readonly SchemaField[] | null => {
  const seen: Seen = new Map();
  const texts: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line, index + 1);
    if (parsed.kind !== 'object' || isEnvelope(parsed.tree) || 'resourceLogs' in parsed.tree) return null;
    walk(seen, [], parsed.tree);
    texts.push(line);
  }
  const scalars = [...seen.values()].map(({ path }) => ({ root: 'd' as const, path }));
  for (const { path, type } of tellingShapes(countShapes(texts), scalars))
    note(seen, path, type === 'array' ? arrayOf(UNKNOWN) : OBJECT);
  return [...seen.values()].map(({ path, types }) => ({ root: 'd', path, types: [...types.values()] }));
};
