import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { numberCalledSo } from './number-called-so.ts';
import type { Piece } from './piece.ts';

/** "the maximum amount of refunds" where the data has an amount: no number of things. */
const namesAmount = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): boolean =>
  length === 2 &&
  /^(?:amount|total)$/.test(tokens[at]?.norm ?? '') &&
  (index.nameEnds.has(tokens[at]?.norm ?? '') || index.fieldNames.has(tokens[at]?.norm ?? '')) &&
  /^(?:average|avg|mean|median|max|maximum|min|minimum|total|sum|highest|lowest|largest|smallest|and)$/.test(
    tokens[at - 1]?.norm ?? '',
  );

/** "invoice total", "err codes": a word that means something else is the field, where one is called so and the words around leave it that. */
const namesField = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): boolean => {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  const type = /^(?:err|errs)$/.test(word) ? 'string' : word === 'total' ? 'number' : null;
  const named = index.fieldNames.get(tokens[at]?.norm ?? '') ?? [];
  if (length !== 1 || type === null || !named.some(({ field }) => field.type === type)) return false;
  const before = tokens[at - 1];
  const closes = conceptOf(tokens[at + 1]?.norm ?? 'in')?.kind !== undefined || tokens[at + 1]?.kind !== 'word';
  return type === 'string' || (before?.kind === 'word' && conceptOf(before.norm) === null && closes);
};

/** "p95 of availability", where a service is called so; "availability of checkout" is a figure of it. */
const isService = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): boolean =>
  length === 1 &&
  tokens[at + 1]?.norm !== 'of' &&
  (index.values.get(joinedForm(tokens[at]?.text ?? '')) ?? []).some(({ field }) => field.role === 'service');

const isAmountAt = (tokens: readonly Token[], at: number): boolean =>
  /^(?:number|quantity)$/.test(tokens[at]?.kind ?? '') ||
  (/^(?:that|this|it)$/.test(tokens[at]?.norm ?? '') && tokens.slice(0, at).some(({ kind }) => kind === 'number'));

/** "claim amount of": the word before is part of the name of a number. */
const ofNamedAmount = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const [thing, word] = [tokens[at - 1], tokens[at]];
  if (thing?.kind !== 'word' || word?.norm !== 'amount') return false;
  const name = joinedForm(`${thing.norm}${word.norm}`);
  const links = [...(index.fieldNames.get(name) ?? []), ...(index.nameEnds.get(name) ?? [])];
  return links.some(({ field }) => field.type === 'number');
};

/** Of "break down", "slow down" and the like it is a part, and tells no state. */
const GOES_DOWN =
  /^(?:break|breaks|broke|broken|narrow|narrowed|slow|slows|slowed|slowing|go|goes|going|went|gone|drill|shut|come|came|write|note|count|calm|cut|bring|boil|split|roll|track|it|that|this|them|up|and|or)$/i;
const AFTER_STATE = /^(?:today|yesterday|tonight|now|right|this|last|since|in|for|on|at|during|between|longer|more)$/;

/** "which pods were down today": what nothing in the data says is not to be left out without a word. */
const isDown = (tokens: readonly Token[], at: number, length: number): boolean => {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (length !== 1 || !/^(?:down|offline)$/.test(tokens[at]?.norm ?? '') || before?.kind !== 'word') return false;
  const ends = after === undefined || after.kind === 'punctuation' || AFTER_STATE.test(after.norm);
  return ends && !GOES_DOWN.test(before.text);
};

const tellsStatus = ({ logs, spans }: CatalogIndex): boolean => logs.roles.has('status') || spans.roles.has('status');

/** Words of the lexicon, unless a field of the data is called so here. */
export const lexiconPiece = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word' && !/^[&/%]$/.test(token.text))) return null;
  const written = run.map((token) => token.text.toLowerCase()).join(' ');
  const concept = conceptOf(run.map((token) => token.norm).join(' ')) ?? conceptOf(written);
  if (concept === null || namesAmount(tokens, at, length, index) || namesField(tokens, at, length, index)) return null;
  // "and above that", "or above 5,000": from where the range before ends, and no severity.
  if (concept.kind === 'severity-bound' && isAmountAt(tokens, at + length)) return null;
  // "the claim amount of storms": the field that is called so, and no number of things.
  if (concept.kind === 'count' && length > 1 && ofNamedAmount(tokens, at, index)) return null;
  // "searches today" are things that were done where the data has any of them, and no order to look for something.
  if (/^searches$/.test(written) && (index.values.has('search') || index.logs.vocabulary.words.has('search')))
    return null;
  // "returns this week", "the most returns", "password resets": nobody orders in the third person, so these are things.
  const isThing = at === 0 || /^(?:most|fewest|many|more|fewer|no|of)$/.test(tokens[at - 1]?.norm ?? '');
  if (/^(?:returns|resets)$/.test(written) && (isThing || written === 'resets')) return null;
  // "http errors" are told by their status only where something tells statuses.
  if (concept.kind === 'status' && /\bhttp\b/.test(written) && !tellsStatus(index)) return null;
  // "jobs still running": what nothing in the data says is not to be left out without a word.
  if (concept.kind === 'filler' && written === 'running' && tokens[at - 1]?.norm === 'still') return null;
  if (concept.kind === 'ratio' && isService(tokens, at, length, index)) return null;
  if (isDown(tokens, at, length) || (length === 1 && numberCalledSo(tokens, at, index))) return null;
  // "payments and orders by error rate": things are not put in order by being many.
  if (concept.kind === 'sort' && length > 1 && /^(orders|ranks|sorts)$/i.test(run[0]?.text ?? '')) return null;
  // "number of hits by type": who is hit by something is another thing.
  if (concept.kind === 'preposition' && length > 1 && /^hits$/i.test(run[0]?.text ?? '')) return null;
  const fields =
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    index.fieldNames.get(joinedForm(written)) ??
    [];
  // "per line" of a railway: the field that is called so, and no line of a log.
  const isGroup = /^(?:by|per|each|every|which)$/.test(tokens[at - 1]?.norm ?? '');
  if (concept.kind === 'entity' && /^(?:lines?|rows?)$/.test(written) && fields.length > 0 && isGroup) return null;
  const weak = concept.kind === 'filler' || concept.kind === 'preposition' ? (length > 1 ? 0.9 : 0.85) : 1;
  // "server errors" are told by their status, though spans are of the kind SERVER.
  const whole = concept.kind === 'status' && length > 1 ? 0.4 : 0;
  return {
    to: at + length,
    weight: weak * length + 0.3 * (length - 1) + whole,
    meaning: { kind: 'concept', concept, fields },
  };
};
