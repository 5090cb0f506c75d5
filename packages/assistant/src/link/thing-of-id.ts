import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';

/** "the time, the member and the message": the thing of `member_id`, and no path that ends so. */
export const isThingOfId = ([token, ...more]: readonly Token[], index: CatalogIndex): boolean =>
  more.length === 0 &&
  (index.nameEnds.get(token?.norm ?? '') ?? []).some(({ field }) => /id$/i.test(field.path.at(-1) ?? ''));
