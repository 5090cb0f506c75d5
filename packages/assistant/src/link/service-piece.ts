import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { fieldText } from '../ir/field-ref.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

/** What services have a number of this name; null where all may. */
const servicesWith = (token: Token | undefined, index: CatalogIndex): ReadonlySet<string> | 'any' | null => {
  const links = [
    ...(index.fieldNames.get(joinedForm(token?.text ?? '')) ?? []),
    ...(index.nameEnds.get(token?.norm ?? '') ?? []),
  ].filter(({ field }) => field.type === 'number');
  const [first] = links;
  if (first === undefined) return null;
  const services = index[first.dataset].services.get(fieldText(first.field));
  return services === undefined ? 'any' : new Set(services.keys());
};

const SIZED = /^(?:biggest|largest|smallest|highest|lowest)$/;

/** "which transfer had the highest amount": one record of its service is asked for. */
const asksForOne = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.norm === 'which' && tokens.slice(at + 1, at + 4).some(({ norm }) => SIZED.test(norm));

const isCalled = (service: string, word: string): boolean =>
  joinedForm(service) === `${word}s` || service.toLowerCase().split(/[-_.]/)[0] === word;

/** "the average transfer amount" is that of the service `transfers`, "card amount" of `card-auth`: what stands before a figure says whose it is. */
export const servicePiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const ranked = SIZED.test(tokens[at - 1]?.norm ?? '') || asksForOne(tokens, at) ? 'any' : null;
  const having = token?.kind === 'word' ? (servicesWith(tokens[at + 1], index) ?? ranked) : null;
  if (token === undefined || having === null) return null;
  const word = joinedForm(token.text);
  const named = [...(index.values.get(`${word}s`) ?? []), ...(index.valuesByPart.get(word) ?? [])];
  const links = named.filter(
    ({ field, value }) => field.role === 'service' && isCalled(value, word) && (having === 'any' || having.has(value)),
  );
  const meaning = { kind: 'value', links: links.map((entry) => ({ ...entry, score: 0.9, guessed: true })) } as const;
  return links.length === 0 ? null : { to: at + 1, weight: 1.6, meaning };
};

/** "declined cards": a table of the spans is called so, and in the logs a service by its first word. */
export const servicesBeside = (
  run: readonly Token[],
  links: readonly ValueLink[],
  index: CatalogIndex,
): readonly ValueLink[] => {
  const [token, ...more] = run;
  if (token === undefined || more.length > 0 || links.some(({ field }) => field.role !== null)) return [];
  const missing = (['logs', 'spans'] as const).filter((dataset) => links.every((link) => link.dataset !== dataset));
  const named = (index.valuesByPart.get(token.norm) ?? []).filter(
    ({ dataset, field, value }) =>
      missing.includes(dataset) && field.role === 'service' && value.split(/[-_.]/)[0] === token.norm,
  );
  const [only, ...others] = named;
  return only === undefined || others.some(({ value }) => value !== only.value)
    ? []
    : [{ ...only, score: 0.6, guessed: true }];
};
