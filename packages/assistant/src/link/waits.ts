import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { withoutSuffix } from '../catalog/name-suffix.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { FieldLink } from './mark.ts';

const WAIT = /^(?:wait|lag|delay)$/;

/** "the average wait" is `queue_wait_ms` where one number of the data is called a wait, and not how long the work took. */
export const waits = (run: readonly Token[], index: CatalogIndex): readonly FieldLink[] | undefined => {
  const [token, ...more] = run;
  const word = token?.norm ?? '';
  if (more.length > 0 || !WAIT.test(word)) return undefined;
  const links = (['logs', 'spans'] as const).flatMap((dataset): readonly FieldLink[] => {
    const called = index[dataset].fields.filter(
      ({ ref, name }) =>
        ref.type === 'number' &&
        ref.role === null &&
        withoutSuffix(name).length > 0 &&
        nameWords(name).at(-2)?.toLowerCase() === word,
    );
    const [only] = called;
    return only !== undefined && called.length === 1 ? [{ dataset, field: only.ref }] : [];
  });
  return links.length > 0 ? links : undefined;
};
