import type { Catalog } from '@clearspan/contracts';
import { type CatalogIndex, catalogIndex } from '../catalog/catalog-index.ts';
import { classifyQuestion, type Routed } from '../router/route.ts';
import { expandPhrases } from '../tokens/expand-phrases.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { annotate } from './annotate.ts';
import type { Mark, Typo } from './mark.ts';
import { correctSpelling } from './spelling.ts';

/** A question with what its words mean in the data at hand. */
export interface Linked {
  readonly routed: Routed;
  readonly index: CatalogIndex;
  readonly nowNanos: bigint;
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
  readonly typos: readonly Typo[];
}

const isInData = (token: Token, index: CatalogIndex): boolean =>
  index.values.has(joinedForm(token.text)) || index.fieldNames.has(joinedForm(token.text));

const linkWith = (routed: Routed, index: CatalogIndex, nowNanos: bigint): Linked => {
  if (routed.kind === 'dataprime' || routed.kind === 'broken-dataprime' || routed.kind === 'refuse') {
    return { routed, index, nowNanos, tokens: [], marks: [], typos: [] };
  }
  const { tokens, typos } = correctSpelling(
    expandPhrases(routed.tokens, (token) => isInData(token, index)),
    index,
  );
  return { routed, index, nowNanos, tokens, typos, marks: annotate(routed.question, tokens, index, nowNanos) };
};

/** Links the words of a routed text to times, fields and values. Routes without words come back with no marks. */
export const linkQuestion = (routed: Routed, catalog: Catalog, nowNanos: bigint): Linked =>
  linkWith(routed, catalogIndex(catalog), nowNanos);

/** An earlier question of the dialogue of a linked one; null when it was none. */
export const linkTurn = (linked: Linked, question: string): Linked | null => {
  const routed = classifyQuestion(question);
  return routed.kind === 'language' ? linkWith(routed, linked.index, linked.nowNanos) : null;
};
