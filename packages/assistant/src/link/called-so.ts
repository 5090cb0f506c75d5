import type { DatasetIndex } from '../catalog/catalog-index.ts';
import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { Focus } from './focus.ts';
import type { Mark } from './mark.ts';
import { recordsWith } from './records-with.ts';

const as = (mark: Mark, dataset: Dataset, field: FieldRef): Mark => ({
  ...mark,
  meaning: { kind: 'field', links: [{ dataset, field }] },
});

const has = (field: FieldRef | undefined, focus: Focus, data: DatasetIndex): boolean =>
  field !== undefined && recordsWith(field, focus, data) > 0;

/** "by code" where the services have no status: the one code that they have. */
const ownCode = (focus: Focus, data: DatasetIndex): FieldRef | null => {
  const codes = data.fields.filter(
    ({ ref, name }) => ref.type === 'string' && nameWords(name).at(-1) === 'code' && has(ref, focus, data),
  );
  return codes.length === 1 ? (codes[0]?.ref ?? null) : null;
};

/** "failures of activation by code" is by its `err_code`: a code is no status in services whose records have none. */
export const calledSo = (mark: Mark, focusOf: () => Focus, dataset: Dataset, data: DatasetIndex): Mark => {
  const concept = mark.meaning.kind === 'concept' ? mark.meaning.concept : null;
  const isCode = concept?.kind === 'role' && concept.role === 'status' && /^codes?$/i.test(mark.text);
  const focus = isCode ? focusOf() : null;
  if (focus === null) return mark;
  const played = data.rolesByService.get('status') ?? [data.roles.get('status')];
  if (played.some((field) => has(field, focus, data))) return mark;
  const own = ownCode(focus, data);
  return own === null ? mark : as(mark, dataset, own);
};
