import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { deedStem } from '../catalog/event-codes.ts';
import { type LastWords, meantByLast } from '../catalog/last-words.ts';
import { fieldText } from '../ir/field-ref.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { FieldLink } from './mark.ts';
import type { Piece } from './piece.ts';

/** "response size" is `response_bytes`. */
export const sizeForms = (words: readonly string[]): readonly string[] =>
  /^(size|byte)$/.test(words.at(-1) ?? '')
    ? ['bytes', 'size', 'length', 'size_bytes'].map((last) => joinedForm([...words.slice(0, -1), last].join('')))
    : [];

/** "bytes" alone is the one field that holds a size. */
export const onlySize = (words: readonly string[], index: CatalogIndex): readonly FieldLink[] => {
  const [noun, verb, ...more] = words;
  const moved = verb === undefined || /^(sent|received|transferred|returned|served|written)$/.test(verb);
  if (!/^(size|byte|data|bandwidth)$/.test(noun ?? '') || !moved || more.length > 0) return [];
  if (noun === 'data' && verb === undefined) return [];
  return (['logs', 'spans'] as const).flatMap((dataset) => {
    const sizes = index[dataset].fields.filter(
      ({ ref, name }) => ref.type === 'number' && (ref.unit === 'bytes' || /(bytes|size)$/i.test(name)),
    );
    const [only] = sizes;
    return only !== undefined && sizes.length === 1 ? [{ dataset, field: only.ref }] : [];
  });
};

/** "the average wait" is of `wait_ms` where there is one beside how long all took, "the load" of `load_kw`. */
export const isOtherTime = (run: readonly Token[], links: readonly FieldLink[]): boolean =>
  /^(?:wait|lag|delay|wait time|waiting time|load|throughput|volume)$/.test(run.map(({ norm }) => norm).join(' ')) &&
  links.length > 0 &&
  links.every(({ field }) => field.type === 'number' && field.role === null);

/** "cache misses" and "hit the cache" are told by the flag `cache_hit`. */
export const missed = (run: readonly Token[], index: CatalogIndex): readonly FieldLink[] | undefined => {
  const words = run.map(({ norm }) => norm).filter((word) => word !== 'the');
  const verb = words.findIndex((word) => /^(?:hit|hits|miss|missed|missing)$/.test(word));
  const isLast = verb === words.length - 1 && run.length === words.length && words[verb] !== 'hit';
  if (words.length < 2 || !(verb === 0 || isLast)) return undefined;
  const things = words.filter((_, at) => at !== verb);
  const flags = (index.fieldNames.get(joinedForm([...things, 'hit'].join(''))) ?? []).filter(
    ({ field }) => field.type === 'bool',
  );
  return flags.length > 0 ? flags : undefined;
};

/** "plug type", "err codes": the field that the first word names. */
export const kindOfField = (run: readonly Token[], index: CatalogIndex): readonly FieldLink[] | undefined => {
  const [thing, kind, ...more] = run;
  if (thing === undefined || more.length > 0 || !/^(?:type|kind|code|name|value)$/.test(kind?.norm ?? ''))
    return undefined;
  const links = (index.fieldNames.get(thing.norm) ?? []).filter(
    ({ field }) => field.type === 'string' && field.role === null,
  );
  return links.length > 0 ? links : undefined;
};

/** "with their tables" */
const isTheirs = (tokens: readonly Token[], at: number): boolean =>
  /^(?:their|its)$/.test(tokens[at - 1]?.norm ?? '') &&
  /^(?:with|and|including|incl|plus|alongside)$/.test(tokens[at - 2]?.norm ?? '');

const GROUP_CUE = /^(?:by|per|each|every|which|what|top|slowest|fastest|busiest|worst|many|of)$/;
const RANKS = /^(?:top|first|last|worst|best|slowest|fastest|busiest|the)$/;

/** "per table": a word that carries nothing elsewhere is a thing where one is asked for. */
export const isThing = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): boolean => {
  const word = tokens[at]?.norm ?? '';
  const isEvent = word === 'event' && (index.fieldNames.get(word) ?? []).some(({ field }) => field.type === 'string');
  const isBare = length === 1 && (isEvent || (conceptOf(word)?.kind === 'filler' && index.nameEnds.has(word)));
  const ranked = tokens[at - 1]?.kind === 'number' && RANKS.test(tokens[at - 2]?.norm ?? '');
  // "which postgres tables"
  const described =
    /^(?:which|what)$/.test(tokens[at - 2]?.norm ?? '') && conceptOf(tokens[at - 1]?.norm ?? '') === null;
  return isBare && (ranked || described || isTheirs(tokens, at) || GROUP_CUE.test(tokens[at - 1]?.norm ?? ''));
};

/** "intents" are `nlq.intent`, where the word means nothing else. */
export const nameEnd = (
  run: readonly Token[],
  isAsked: boolean,
  index: CatalogIndex,
): readonly FieldLink[] | undefined => {
  const words = run.map((token) => token.norm);
  const named = index.nameEnds.get(joinedForm(words.join('')));
  return isAsked || conceptOf(words.join(' ')) === null || isOtherTime(run, named ?? []) ? named : undefined;
};

/** "per scheme" is `card_scheme` where one field ends so; "transfers of each type" says the other words of its name too. */
export const lastWord = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): LastWords => {
  const word = tokens[at]?.norm ?? '';
  const fields = length === 1 ? index.lastWords.get(word) : undefined;
  const { named, only } = meantByLast(fields ?? [], new Set(tokens.flatMap(({ norm }) => [norm, deedStem(norm)])));
  const concept = conceptOf(word);
  // "logins by method" are told apart by `login_method`, whatever else a method is.
  return {
    named: concept === null || concept.kind === 'role' ? named : undefined,
    only: concept === null ? only : undefined,
  };
};

/** A field that is called just so is meant, in its data set, before one whose other words are said too. */
export const namedBeside = (
  named: readonly FieldLink[] | undefined,
  run: readonly Token[],
  index: CatalogIndex,
): readonly FieldLink[] | undefined => {
  const exact = index.fieldNames.get(joinedForm(run[0]?.norm ?? '')) ?? [];
  // `proctor.reason` is called so only within what it is of.
  const isWhole = ({ field }: FieldLink): boolean => field.role === null && field.path.length === 1;
  if (named === undefined || exact.some(isWhole)) return undefined;
  return [...named, ...exact.filter(({ dataset }) => named.every((link) => link.dataset !== dataset))];
};

/** "status code" is a field of spans by its name, and what logs call `http.response.status_code`. */
export const sameRole = (
  run: readonly Token[],
  links: readonly FieldLink[],
  index: CatalogIndex,
): readonly FieldLink[] => {
  const concept = run.length > 1 ? conceptOf(run.map((token) => token.norm).join(' ')) : null;
  if (concept?.kind !== 'role') return [];
  return (['logs', 'spans'] as const).flatMap((dataset) => {
    const field = index[dataset].roles.get(concept.role);
    return field === undefined || links.some((link) => link.dataset === dataset) ? [] : [{ dataset, field }];
  });
};

/** "payment method" is `payment.method` of the spans, and the `method` that logs of `payment-bridge` have. */
export const ofService = (
  run: readonly Token[],
  links: readonly FieldLink[],
  index: CatalogIndex,
): readonly FieldLink[] => {
  const [thing, name, ...more] = run.map(({ norm }) => norm);
  if (thing === undefined || name === undefined || more.length > 0) return [];
  return (index.fieldNames.get(name) ?? []).filter(({ dataset, field }) => {
    const services = [...(index[dataset].services.get(fieldText(field))?.keys() ?? [])];
    return links.every((link) => link.dataset !== dataset) && services.some((service) => service.startsWith(thing));
  });
};

/** "per span kind": a field of the spans. */
export const kindOfRecord = (run: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [record, name, ...more] = run.map(({ norm }) => norm);
  const dataset = record === 'span' ? 'spans' : record === 'log' ? 'logs' : null;
  if (dataset === null || name === undefined || more.length > 0 || conceptOf(name) !== null) return null;
  const links = (index.fieldNames.get(joinedForm(name)) ?? []).filter((link) => link.dataset === dataset);
  return links.length === 0 ? null : { to: at + 2, weight: 2.4, meaning: { kind: 'field', links } };
};
