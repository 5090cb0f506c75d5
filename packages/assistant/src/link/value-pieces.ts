import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isDeed } from '../catalog/vocabulary.ts';
import { sameField } from '../ir/field-ref.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm, nameWords } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { isBareVerb } from './bare-verb.ts';
import { isEachCounted } from './each-counted.ts';
import { exactValues, hintedValues, pathValues } from './link-values.ts';
import { isLogIn } from './log-in.ts';
import type { FieldLink, ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';
import { servicesBeside } from './service-piece.ts';
import { spokenValues } from './spoken-values.ts';
import { saysDatabase } from './table-values.ts';
import { isThingOfId } from './thing-of-id.ts';
import { writtenPath } from './written-path.ts';

/** Words beside which a name is a value: "in X", "X service". */
const VALUE_CUE_BEFORE =
  /^(in|into|from|for|on|of|at|service|svc|app|application|region|host|user|version|only|just|about|not|except|vs|versus|operation|method|environment|env|calling|called|against|customer|than)$/;
const VALUE_CUE_AFTER =
  /^(service|svc|app|application|log|error|span|request|warning|latency|user|region|host|endpoint|traffic|operation|call)$/;

/** Content is a word or name, not a number, a quote or a constraint. */
const isName = (token: Token): boolean =>
  token.kind === 'word' ||
  token.kind === 'path' ||
  (token.kind === 'id' && token.form !== 'hex32' && token.form !== 'hex16');

/** A role word that is also a value ("users") is the value only where it is named like one. */
const isNamedPlace = (tokens: readonly Token[], at: number, end: number, index: CatalogIndex): boolean => {
  const before = tokens[at - 1]?.norm ?? '';
  const listed = /^(,|and|or|vs)$/.test(before) && exactValues(tokens.slice(at - 2, at - 1), index).length > 0;
  // "does accounts expose": of several the verb would be another.
  const single = /^(does|is|was|has)$/i.test(tokens[at - 1]?.text ?? '') && /[^s]s$/i.test(tokens[end - 1]?.text ?? '');
  return (
    listed ||
    single ||
    (before === 'of' &&
      /^(log|error|span|warning|request|trace|line|exception|pod|host|path|route|user|region|latency|version|query|call|message|response|duration|critical|failure|timeout|deadlock|operation)$/.test(
        tokens[at - 2]?.norm ?? '',
      )) ||
    /^(in|from|service|against|vs)$/.test(before) ||
    // "customers on the app", "booked through the app": how they came.
    (before === 'the' && /^(?:on|via|through|using)$/.test(tokens[at - 2]?.norm ?? '')) ||
    /^(service|svc|log|error|span|warning|sent|served|returned|answered|handled|only)$/.test(tokens[end]?.norm ?? '') ||
    // "the client ones", "server side": of the things before, and no person or machine.
    /^(ones|side)$/i.test(tokens[end]?.text ?? '')
  );
};

/** A single word is a path only where one is spoken of: "the login endpoint". */
const isPathPlace = (tokens: readonly Token[], at: number, end: number): boolean =>
  /^(endpoint|path|page|route|url|api)$/.test(tokens[at - 1]?.norm ?? '') ||
  /^(endpoint|path|page|route|url|api)$/.test(tokens[end]?.norm ?? '');

const ARTICLE = /^(the|our|my|this|that)$/;
/** "in the search": what it is the value of stands before the article. */
const isCued = (tokens: readonly Token[], at: number): boolean =>
  VALUE_CUE_BEFORE.test(tokens[ARTICLE.test(tokens[at - 1]?.norm ?? '') ? at - 2 : at - 1]?.norm ?? '');
/** "how slow is the search": a thing, for nothing follows that it could be done to. */
const isThing = (tokens: readonly Token[], at: number, end: number): boolean =>
  ARTICLE.test(tokens[at - 1]?.norm ?? '') &&
  (tokens[end] === undefined ||
    /^(today|yesterday|now|right|since|in|last|this|over|so|and|or|vs|with|during)$/.test(tokens[end]?.norm ?? '') ||
    tokens[end]?.kind === 'punctuation');

/** "a search", "each search", "the slowest search", "calls to search": no order to look for what follows. */
const LEADS =
  /^(a|an|each|every|per|average|avg|median|slowest|fastest|longest|shortest|quickest|failed|successful|used|use|using|visited|called|hit|hitting)$/;
const REQUEST = /^(request|call|hit|visit|traffic|get|post|response)$/;
const requestBack = 5;
const isNoun = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]?.norm ?? '';
  if (/^(for|of|term|text|word|string)$/.test(tokens[at + 1]?.norm ?? '')) return false;
  const sent = tokens.slice(Math.max(0, at - requestBack), at).some(({ norm }) => REQUEST.test(norm));
  return LEADS.test(before) || /^searches$/i.test(tokens[at]?.text ?? '') || (before === 'to' && sent);
};

/** "the query api", "on the health endpoint": a word for records in general is a path where it is called one. */
const isNamedPath = (tokens: readonly Token[], at: number): boolean =>
  /^(the|of|on|to|from|for|in|at|only|)$/.test(tokens[at - 1]?.norm ?? '') &&
  (/^(endpoint|page|route|url|api|path)$/i.test(tokens[at + 1]?.text ?? '') || tokens[at + 1]?.norm === 'page');

/** "is search slower today", "how many requests did search get": what something is said of is named. */
const isSaidOf = (tokens: readonly Token[], at: number, length: number): boolean => {
  const before = tokens[at - 1]?.norm ?? '';
  const after = tokens[at + length];
  const said = /^(slower|faster|quicker|worse|better|slow|failing|get|got|become|became|receive|serve|handle)$/;
  if (/^(is|was|are|were|has)$/.test(before))
    return (
      said.test(after?.norm ?? '') ||
      /^how (slow|fast|quick|long)$/.test(`${tokens[at - 3]?.norm} ${tokens[at - 2]?.norm}`)
    );
  // The verb of "how many did it get" tells nothing, and is left out.
  return (
    /^(did|does)$/.test(before) &&
    (after === undefined || /^(?:[,?.]|and|today|yesterday)$/.test(after.norm) || said.test(after.norm))
  );
};

/** "checkout" is `/checkout`, or the end of `/api/v1/checkout` where it is spoken of as a place, and no other value. */
const pathPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word') || isLogIn(tokens, at, length)) return null;
  const before = isSaidOf(tokens, at, length) || isCued(tokens, at) || isThing(tokens, at, at + length);
  const after = VALUE_CUE_AFTER.test(tokens[at + length]?.norm ?? '');
  const concept = conceptOf(run.map((token) => token.norm).join(' '));
  const several =
    length === 1 && /(es|[^s]s)$/i.test(run[0]?.text ?? '') && run[0]?.norm !== run[0]?.text.toLowerCase();
  const listed =
    /^(and|or|vs|versus)$/.test(tokens[at - 1]?.norm ?? '') ||
    /^(and|or|vs|versus)$/.test(tokens[at + length]?.norm ?? '');
  const noun = length === 1 && isNoun(tokens, at);
  const named = /^(entity|role)$/.test(concept?.kind ?? '') && length === 1 && isNamedPath(tokens, at);
  const verb =
    concept !== null && !named && ((!before && !after && !listed && !several && !noun) || concept.kind !== 'text');
  const inMessages = index.logs.vocabulary.words.has(run[0]?.norm ?? '');
  // "tickets created and cancelled": what messages call done is no place, though `/tickets/cancel` ends so.
  const done = inMessages && isDeed(run[0]?.text ?? '');
  const place = before || after || (listed && !done) || noun || named;
  if (verb || (inMessages && !place)) return null;
  // "failed logins": a word that nothing else knows may still be what a path ends in.
  const unknown = length === 1 && concept === null && !inMessages && (run[0]?.norm.length ?? 0) >= 4;
  // "a score over 0.9": what a field is called ends no path.
  const isField = length === 1 && index.fieldNames.has(joinedForm(run[0]?.text ?? ''));
  if (isField && !isPathPlace(tokens, at, at + length)) return null;
  const cued = isCued(tokens, at) || after || noun || isPathPlace(tokens, at, at + length);
  if (isThingOfId(run, index) && !cued) return null;
  const links = pathValues(run, index, place || unknown);
  // "payment amount" is of the service payments, before a path that ends so.
  const services = (index.values.get(`${joinedForm(run[0]?.text ?? '')}s`) ?? []).filter(
    ({ field }) => field.role === 'service',
  );
  if (links.length > 0 && length === 1 && services.length > 0 && !isPathPlace(tokens, at, at + length))
    return {
      to: at + 1,
      weight: 1.02 + (place ? 0.3 : 0),
      meaning: { kind: 'value', links: services.map((entry) => ({ ...entry, score: 0.7, guessed: true })) },
    };
  return links.length === 0
    ? null
    : { to: at + length, weight: 1.02 * length + (place ? 0.3 : 0), meaning: { kind: 'value', links } };
};

const NAMES_BEFORE = /^(with|where|whose|having|of|for|and|or|in|vs|versus|has|had|have|than|,)$/;
const LISTED_BEFORE = /^(many|of|the|all|any|with|for|and|or|vs|versus|about|on|than|,)$/;

/** "with intent top", "how many list intents": beside the name of its field a word is the value, whatever else it means. */
const besideItsField = (tokens: readonly Token[], at: number, end: number, index: CatalogIndex) => {
  const named = (place: number): readonly FieldLink[] =>
    index.fieldNames.get(joinedForm(tokens[place]?.text ?? '')) ??
    index.fieldNames.get(joinedForm(tokens[place]?.norm ?? '')) ??
    index.nameEnds.get(tokens[place]?.norm ?? '') ??
    [];
  const is = /^(is|=|was|are|:)$/.test(tokens[at - 1]?.norm ?? '') ? 1 : 0;
  const the = /^(the|an?)$/.test(tokens[at - is - 2]?.norm ?? '') ? 1 : 0;
  const before = NAMES_BEFORE.test(tokens[at - is - the - 2]?.norm ?? ',') ? named(at - is - 1) : [];
  const after = at > 0 && LISTED_BEFORE.test(tokens[at - 1]?.norm ?? '') ? named(end) : [];
  return ({ dataset, field }: ValueLink): boolean =>
    [...before, ...after].some((link) => link.dataset === dataset && sameField(link.field, field));
};

const JOINT = /^(and|or|vs|versus|,|\/)$/;
/** "ranked and duel": beside another value of its field a word is one too. */
const besideAnother = (tokens: readonly Token[], at: number, end: number, index: CatalogIndex) => {
  const around = [
    ...(JOINT.test(tokens[at - 1]?.norm ?? tokens[at - 1]?.text ?? '') ? [tokens[at - 2]] : []),
    ...(JOINT.test(tokens[end]?.norm ?? tokens[end]?.text ?? '') ? [tokens[end + 1]] : []),
  ].filter((token) => token !== undefined && conceptOf(token.norm) === null);
  const others = around.flatMap((token) => (token === undefined ? [] : exactValues([token], index)));
  return ({ dataset, field }: ValueLink): boolean =>
    others.some((link) => link.dataset === dataset && sameField(link.field, field));
};

/** Before what is told apart or counted by its own: which transfer, each of the transfers. */
const THING_BEFORE = /^(?:by|per|each|every|which|what|distinct|different|unique)$/;

const nearWordsMax = 2;

/** Whether a word that names the field stands close by. */
const isNamedNear = (tokens: readonly Token[], at: number, names: readonly string[]): boolean =>
  tokens
    .slice(Math.max(0, at - nearWordsMax), at + nearWordsMax + 1)
    .some(({ norm }, place) => place !== Math.min(at, nearWordsMax) && names.includes(norm));

const isPluralOfField = (run: readonly Token[], index: CatalogIndex): boolean => {
  const [token, ...more] = run;
  if (token === undefined || more.length > 0 || token.norm === token.text.toLowerCase()) return false;
  const isService = (index.values.get(joinedForm(token.text)) ?? []).some(({ field }) => field.role === 'service');
  return (
    !isService && (index.fieldNames.get(joinedForm(token.norm)) ?? []).some(({ field }) => field.type === 'string')
  );
};

const COMMANDS = /^(list|count|cut|which|exists|plot|sort)$/;

export const valuePiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (!run.every(isName) || isLogIn(tokens, at, length)) return null;
  if (run[0]?.kind === 'path') return length === 1 ? writtenPath(run[0], at, index) : null;
  const before = isSaidOf(tokens, at, length) || VALUE_CUE_BEFORE.test(tokens[at - 1]?.norm ?? '');
  const after = VALUE_CUE_AFTER.test(tokens[at + length]?.norm ?? '');
  const concept = length === 1 ? conceptOf(run[0]?.norm ?? '') : null;
  // HTTP methods are ordinary verbs unless they are shouted: "get requests" asks for requests.
  const shouted = run.some((token) => /^[A-Z]{3,}s?$/.test(token.text));
  const words = run.every((token) => token.kind === 'word');
  const phrase = run.map((token) => token.norm).join(' ');
  const lower = run.every((token) => token.text === token.text.toLowerCase());
  const worded = length > 1 && lower && index.logs.vocabulary.phrases.has(phrase);
  // "most common errors" are no common things, whatever has a value of that name.
  const leading = tokens[at - 1]?.norm ?? '';
  if (/^(?:most|least)$/.test(leading) && conceptOf(`${leading} ${run[0]?.norm ?? ''}`) !== null) return null;
  // "branches" are those of the field that is called so, though a channel has that value.
  if (isPluralOfField(run, index)) return null;
  // "which jobs failed" asks for jobs, though an event is called so.
  const asked = length > 1 && /^(?:which|what|different|distinct|unique)$/.test(leading);
  const thing = run[0]?.norm ?? '';
  if (asked && (index.nameEnds.has(thing) || index.fieldNames.has(thing))) return null;
  const exact = saysDatabase(tokens) ? exactValues(run, index) : spokenValues(tokens, at, length, index);
  const isBeside = [besideItsField, besideAnother].map((beside) => beside(tokens, at, at + length, index));
  const own = concept === null ? [] : exact.filter((link) => isBeside.some((beside) => beside(link)));
  if (own.length > 0) return { to: at + length, weight: 1.6 * length, meaning: { kind: 'value', links: own } };
  const isVerb = length === 1 && isBareVerb(tokens, at) && !after;
  const links = exact.filter(
    (link) =>
      // "what share does each region get": a method called `Get` is written so.
      !(isVerb && link.value.toLowerCase() !== link.value && !isBeside.some((beside) => beside(link))) &&
      // "in each workspace" is no country, though `IN` is one.
      !(/^(?:preposition|filler|conjunction|group|each)$/.test(concept?.kind ?? '') && link.value !== run[0]?.text) &&
      // "routes in checkout" go nowhere, though a direction is called `in`.
      !(concept?.kind === 'preposition' && lower) &&
      // "ERROR" is a severity, whatever status texts spans have.
      (concept?.kind !== 'severity' || link.field.role !== null) &&
      // "list services" asks for a list, and "task failed" is what messages say, whatever codes and errors are called.
      (!COMMANDS.test(concept?.kind ?? '') || shouted || (before && link.field.role !== null)) &&
      !(worded && /^[A-Z][A-Z0-9]*_|^[A-Z][a-z]+[A-Z]/.test(link.value)) &&
      (link.field.role !== 'method' || shouted || concept === null) &&
      (!words || !link.value.startsWith('/') || isPathPlace(tokens, at, at + length)),
  );
  if (links.length === 0) return pathPiece(tokens, at, length, index);
  // "failed spans" have failed, though a field says so of something else: "failed checks" are of `check_result`.
  const isOfField = ({ field }: ValueLink): boolean => isNamedNear(tokens, at, nameWords(field.path.at(-1) ?? ''));
  const ofField = concept?.kind === 'outcome' && links.some(isOfField);
  if (concept?.kind === 'outcome' && !ofField) return null;
  const noun = concept?.kind === 'text' && isNoun(tokens, at);
  const placed = ofField || before || after || shouted || noun || isPathPlace(tokens, at, at + length);
  // "patients with errors" are those of `patientId`, though a table is called so; of the service transfers are transfers.
  const told = THING_BEFORE.test(leading) || isEachCounted(tokens, at);
  const isService = links.some(({ field }) => field.role === 'service') && !told;
  const things =
    length === 1 && !isService && run[0]?.norm !== run[0]?.text.toLowerCase() && index.nameEnds.has(run[0]?.norm ?? '');
  const counted = tokens[at - 1]?.norm === 'of' && /^(?:number|count|amount|total)$/.test(tokens[at - 2]?.norm ?? '');
  if (things && (!placed || counted)) return null;
  // "the api" is the service that is called so; "per api" are paths.
  const isCalled = concept?.kind === 'role' && concept.role === 'path' && isService && !THING_BEFORE.test(leading);
  const named = concept?.kind !== 'role' || isCalled || isNamedPlace(tokens, at, at + length, index);
  if (links.length === 0 || !named || (concept !== null && !placed && concept.kind !== 'role')) return null;
  // A path, id or version that the data has is that value, whatever it looks like.
  const literal = words ? 0 : 1;
  const weight = 1.1 * length + 0.4 * (length - 1) + (before || after || shouted ? 0.5 : 0) + literal;
  return {
    to: at + length,
    weight,
    meaning: { kind: 'value', links: [...links, ...servicesBeside(run, links, index)] },
  };
};

export const hintedPiece = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word') || conceptOf(run[0]?.norm ?? '') !== null) return null;
  const before = VALUE_CUE_BEFORE.test(tokens[at - 1]?.norm ?? '');
  const after = VALUE_CUE_AFTER.test(tokens[at + length]?.norm ?? '');
  const links: readonly ValueLink[] = hintedValues(run, index, !after);
  if (links.length === 0) return null;
  return {
    to: at + length,
    weight: 0.85 * length + 0.3 * (length - 1) + (before || after ? 0.2 : 0),
    meaning: { kind: 'value', links },
  };
};
