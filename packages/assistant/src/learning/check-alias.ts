import type { AliasContent, Catalog } from '@clearspan/contracts';
import { catalogIndex } from '../catalog/catalog-index.ts';
import { fieldText } from '../ir/field-ref.ts';
import { exactValues } from '../link/link-values.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { phraseProblem } from './alias-phrase.ts';
import { targetProblem } from './alias-target.ts';

/** An alias as somebody has written it down: for a value, for a field, or for a value of a field. */
export interface AliasRequest {
  readonly phrase: string;
  readonly value?: string | undefined;
  readonly field?: string | undefined;
}

export type AliasCheck =
  | { readonly ok: true; readonly alias: AliasContent }
  | { readonly ok: false; readonly problem: string };

/** Holds a written alias against the lexicon and the data. A value without a field is of the likeliest field that has it. */
export const checkAlias = ({ phrase, value, field }: AliasRequest, catalog: Catalog): AliasCheck => {
  const index = catalogIndex(catalog);
  const plain = tokenise(phrase)
    .map(({ text }) => text)
    .join(' ');
  const wrong = phraseProblem(plain, index);
  if (wrong !== null) return { ok: false, problem: wrong };
  const found =
    value === undefined ? undefined : exactValues(tokenise(value), index).find((link) => link.value === value);
  const named = field ?? (found === undefined ? undefined : fieldText(found.field));
  if (named === undefined)
    return {
      ok: false,
      problem: `expected a value that the data has, found ${value === undefined ? 'none' : `'${value}'`}`,
    };
  const target =
    value === undefined
      ? ({ kind: 'field', field: named } as const)
      : ({ kind: 'value', field: named, value } as const);
  const problem = targetProblem(target, index);
  return problem === null ? { ok: true, alias: { kind: 'alias', phrase: plain, target } } : { ok: false, problem };
};
