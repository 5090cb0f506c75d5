import type { Expr } from '../ast/expr.ts';
import { scopeAfter } from '../check/check.ts';
import type { TypedExpr } from '../check/checked.ts';
import { withoutParens } from '../check/keypath.ts';
import type { Scope } from '../check/scope.ts';
import type { CompleteOptions, Completion, CompletionItem } from './completion.ts';
import { type KeyPlace, keyPlaceOf } from './key-place.ts';
import { type KnownKey, knownKeys, typeOfKey } from './known-keys.ts';
import { ranked } from './offer.ts';
import { offerClauses, offerOperators } from './offer-clauses.ts';
import { offerCommands } from './offer-commands.ts';
import { offerFunctions, offerMethods } from './offer-functions.ts';
import { offerKeys } from './offer-keys.ts';
import {
  offerBooleans,
  offerDatasets,
  offerExtractorArguments,
  offerExtractors,
  offerIntervals,
  offerSeverities,
  offerTables,
  offerTimes,
  offerTypes,
  offerUnits,
  offerValues,
} from './offer-literals.ts';
import { type Operand, operandOf } from './operand.ts';
import { type Place, placeOf } from './place.ts';
import { wordAt } from './word.ts';
import { expectsKey, expectsNewName, expectsNothing, extractorAround } from './written-place.ts';

type Items = readonly (CompletionItem | null)[];
type StagePlace = Place & { readonly stage: NonNullable<Place['stage']> };

/** What is read before the stage, and what an expression in it can see. */
interface Sight {
  readonly place: StagePlace;
  readonly scope: Scope;
  readonly keys: readonly KnownKey[];
  readonly options: CompleteOptions;
  readonly hasParenthesis: boolean;
}

const sightOf = (place: StagePlace, source: string, options: CompleteOptions): Sight => {
  const { query, stage } = place.stage;
  const stages = query.stages.slice(0, query.stages.indexOf(stage));
  const { defaultDataset = 'logs' } = options;
  const input = { query: { ...query, stages }, diagnostics: [], text: place.text };
  const after = scopeAfter(input, { schema: options.schema ?? null, defaultDataset });
  const scope: Scope = { ...after, session: { ...after.session, diagnostics: [] } };
  const hasParenthesis = source[place.word.end] === '(';
  return { place, scope, keys: knownKeys(scope), options, hasParenthesis };
};

/** The type of an expression before the probe. What is wrong in it was told elsewhere. */
const typed = ({ scope }: Sight, expr: Expr, slot: Operand['slot']): TypedExpr =>
  scope.check({ ...scope, place: slot === 'aggregate' ? 'aggregate' : 'row' }, expr);

const field = (sight: Sight, expr: Expr): (TypedExpr & { readonly kind: 'field' }) | null => {
  const bare = withoutParens(expr);
  const found = bare.kind === 'keypath' ? typed(sight, bare, 'row') : null;
  return found?.kind === 'field' ? found : null;
};

/** Values and constants of the type the operand is compared with. */
const offerCompared = (sight: Sight, other: Expr): Items => {
  const { word } = sight.place;
  const stored = field(sight, other);
  const { type } = stored ?? typed(sight, other, 'row');
  const values = stored === null ? [] : offerValues(word.typed, sight.options.values, stored.root, stored.path);
  if (word.quote !== null) return values;
  if (type.kind === 'severity') return [...values, ...offerSeverities(word.typed)];
  if (type.kind === 'bool') return [...values, ...offerBooleans(word.typed)];
  if (type.kind === 'timestamp') return [...values, ...offerTimes(word.typed)];
  return type.kind === 'interval' ? [...values, ...offerIntervals(word.typed)] : values;
};

/** A time is moved by an interval, and rounded to one. */
const offerMoved = (sight: Sight, from: Expr): Items =>
  sight.place.word.quote === null && typed(sight, from, 'row').type.kind === 'timestamp'
    ? offerIntervals(sight.place.word.typed)
    : [];

const UNIT_PARAMETERS: ReadonlySet<string> = new Set(['unit', 'timeUnit', 'scale']);

const offerArgument = (sight: Sight, { parameter }: Operand): Items => {
  const { word } = sight.place;
  if (parameter === null) return [];
  if (UNIT_PARAMETERS.has(parameter.name)) return offerUnits(word.typed, parameter.name);
  if (word.quote !== null) return [];
  if (parameter.type.kind === 'interval') return offerIntervals(word.typed);
  if (parameter.type.kind === 'severity') return offerSeverities(word.typed);
  return [];
};

/** What may stand as an operand, or go on from one. */
const offerOperand = (sight: Sight, path: KeyPlace | null): Items => {
  const { place, keys } = sight;
  const { word } = place;
  const wanted = { typed: word.typed, hasParenthesis: sight.hasParenthesis };
  const operand = operandOf(place, path?.node ?? null);
  const special = [
    ...(operand.comparedWith === null ? [] : offerCompared(sight, operand.comparedWith)),
    ...(operand.movedFrom === null ? [] : offerMoved(sight, operand.movedFrom)),
    ...offerArgument(sight, operand),
  ];
  if (word.quote !== null) return special;
  if (operand.frame !== null) return operand.frame === 'time' ? offerTimes(word.typed) : offerIntervals(word.typed);
  const needsLiteral = operand.parameter?.literal === true;
  if (needsLiteral) return special;
  const gathered = operand.slot === 'row' ? [] : offerFunctions('aggregation', 5, wanted);
  const rows = operand.slot === 'aggregate' || path === null ? [] : offerKeys(word.typed, path, keys);
  const isWhole = path === null || path.written === '';
  return [...special, ...rows, ...(isWhole ? [...gathered, ...offerFunctions('scalar', 25, wanted)] : [])];
};

/** Behind a dot or inside brackets: keys below, and functions that take the value. */
const offerBelow = (sight: Sight, path: KeyPlace): Items => {
  const { place, keys } = sight;
  const children = offerKeys(place.word.typed, path, keys);
  if (
    expectsKey(place, path) ||
    place.before.at(-1)?.text === '[' ||
    path.root === 'p' ||
    place.word.typed.startsWith('$')
  )
    return children;
  const receiver = { ...path.node, steps: path.node.steps.slice(0, -1) };
  const { slot } = operandOf(place, path.node);
  const type = path.base.length === 0 ? ({ kind: 'object' } as const) : typed(sight, receiver, slot).type;
  const stored =
    type.kind === 'unknown'
      ? typeOfKey(keys, path.root === 'm' || path.root === 'l' ? path.root : 'd', path.base)
      : type;
  const wanted = { typed: place.word.typed, hasParenthesis: sight.hasParenthesis };
  return [...children, ...offerMethods(stored, `${path.written}.`, wanted)];
};

/** Behind the dot of anything but a keypath. */
const offerAccess = (sight: Sight): Items | null => {
  const { place } = sight;
  const access = place.nodes.findLast((node) => node.kind === 'access');
  if (place.before.at(-1)?.text !== '.' || access === undefined) return null;
  const { slot } = operandOf(place, access);
  const wanted = { typed: place.word.typed, hasParenthesis: sight.hasParenthesis };
  return offerMethods(typed(sight, access.operand, slot).type, '', wanted);
};

/** Data sets after `source`, and tables, which are data sets too; after `using` tables alone. */
const offerNames = ({ place, scope }: Sight, typedText: string): Items => {
  const tables = offerTables(typedText, scope.session.tables ?? []);
  return place.stage?.stage.kind === 'enrich' ? tables : [...offerDatasets(typedText), ...tables];
};

const offerInStage = (sight: Sight): { readonly items: Items; readonly start?: number } => {
  const { place } = sight;
  const { word, role } = place;
  const previous = place.before.at(-1)?.text;
  if (role === 'type' && previous === ':') return { items: offerTypes(word.typed) };
  if (role === 'name') return { items: offerNames(sight, word.typed) };
  if (role === 'function' && previous === 'using') return { items: offerExtractors(word.typed) };
  const clauses = word.quote === null ? [...offerClauses(place), ...offerOperators(place)] : [];
  const path = keyPlaceOf(place);
  if (role !== 'key' || expectsNewName(place, path) || expectsNothing(place)) return { items: clauses };
  const extractor = extractorAround(place);
  if (extractor !== null) return { items: word.quote === null ? offerExtractorArguments(word.typed, extractor) : [] };
  const access = offerAccess(sight);
  if (access !== null) return { items: access };
  if (path !== null && path.written !== '') return { items: offerBelow(sight, path), start: path.start };
  if (expectsKey(place, path))
    return {
      items: path === null || word.quote !== null ? [] : [...clauses, ...offerKeys(word.typed, path, sight.keys)],
    };
  return { items: [...clauses, ...offerOperand(sight, path)] };
};

/**
 * What may be written at an offset, for any text, however broken. Pure; never throws; takes time in proportion to the
 * text and the number of known keys.
 */
export const completeAt = (text: string, offset: number, options: CompleteOptions = {}): Completion => {
  const at = Math.min(Math.max(0, Math.trunc(offset)), text.length);
  const word = wordAt(text, at);
  const nothing: Completion = { span: { start: at, end: at }, items: [] };
  const place = word === null ? null : placeOf(text, word);
  if (word === null || place === null) return nothing;
  const span = { start: word.start, end: word.end };
  if (place.command !== null) return { span, items: word.quote === null ? ranked(offerCommands(place)) : [] };
  if (place.stage === null) return nothing;
  const { items, start = word.start } = offerInStage(sightOf({ ...place, stage: place.stage }, text, options));
  return { span: { start, end: endOf(text, word.end, start, word.start) }, items: ranked(items) };
};

/** A bracket that is written already is replaced with what stands in it. */
const endOf = (text: string, end: number, start: number, wordStart: number): number =>
  start < wordStart && text[wordStart - 1] === '[' && text[end] === ']' ? end + 1 : end;
