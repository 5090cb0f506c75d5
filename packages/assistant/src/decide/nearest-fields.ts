import { closest } from '@clearspan/text';
import type { DatasetIndex } from '../catalog/catalog-index.ts';
import type { Missing } from '../compose/scene.ts';
import { isNumeric } from '../compose/scene.ts';

const optionsMax = 4;
/** Fields with more values than this are no natural groups. */
const groupValuesMax = 2_000;

const roleWord = (name: string, role: string | null): string =>
  role === null || role === 'errortype' ? name.replaceAll('_', ' ') : role === 'path' ? 'endpoint' : role;

/** Names that could stand in the place of a word the data does not know: near ones first, then the most useful. */
export const nearestFields = (data: DatasetIndex, { word, slot }: Missing): readonly string[] => {
  const numeric = slot === 'metric';
  const usable = data.fields.filter((entry) => {
    if (entry.ref.role === 'message' || entry.ref.role === 'timestamp') return false;
    return numeric
      ? isNumeric(entry.ref) && entry.ref.role !== 'status'
      : entry.source.distinct <= groupValuesMax && (!isNumeric(entry.ref) || entry.ref.role === 'status');
  });
  const names = usable.map((entry) => roleWord(entry.name, entry.ref.role));
  const roles = [...data.roles].flatMap(([role]) =>
    (numeric ? role === 'duration' : role === 'service' || role === 'severity' || role === 'operation')
      ? [role as string]
      : [],
  );
  const near = closest(word.toLowerCase(), names);
  const shared = names.filter((name) => name.includes(word.toLowerCase()) || word.toLowerCase().includes(name));
  return [...new Set([...(near === null ? [] : [near]), ...shared, ...roles, ...names])].slice(0, optionsMax);
};
