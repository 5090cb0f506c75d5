import type { Catalog } from '@clearspan/contracts';
import { type CatalogIndex, catalogIndex } from '../catalog/catalog-index.ts';
import type { Learned } from '../learning/learned.ts';
import { findAliases, type LearnedIndex, learnedIndex } from '../learning/learned-index.ts';
import { classifyQuestion, type Routed } from '../router/route.ts';
import { askingSentence } from '../tokens/asking-sentence.ts';
import { expandPhrases } from '../tokens/expand-phrases.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import { withoutPreamble } from '../tokens/preamble.ts';
import { withoutReport } from '../tokens/said-of.ts';
import { restate } from '../tokens/said-otherwise.ts';
import type { Token } from '../tokens/token.ts';
import { withTrailingClause } from '../tokens/trailing-clause.ts';
import { withoutGuess } from '../tokens/whether-aside.ts';
import { whyCounted } from '../tokens/why-counted.ts';
import { amountOfData } from './amount-of-data.ts';
import { annotate } from './annotate.ts';
import { callsLast } from './calls-last.ts';
import { deedBehind } from './deed-behind.ts';
import type { Mark, Typo } from './mark.ts';
import { nounsOfValues } from './noun-of-value.ts';
import { objectFirst } from './object-first.ts';
import { paidOut } from './paid-out.ts';
import { phrasalDeeds } from './phrasal-deed.ts';
import { rateOfThings } from './rate-of-things.ts';
import { searchedMost } from './searched-most.ts';
import { signedIn } from './signed-in.ts';
import { slipsByNeighbour } from './slips-by-neighbour.ts';
import { soOften } from './so-often.ts';
import { correctSpelling } from './spelling.ts';

/** A question with what its words mean in the data at hand. */
export interface Linked {
  readonly routed: Routed;
  readonly index: CatalogIndex;
  readonly nowNanos: bigint;
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
  readonly typos: readonly Typo[];
  /** What was learned of this caller's words; null where nothing was. */
  readonly learned: LearnedIndex | null;
}

const isInData = (token: Token, index: CatalogIndex): boolean =>
  index.values.has(joinedForm(token.text)) || index.fieldNames.has(joinedForm(token.text));

/** What a later sentence can point at: a service, a user, a path, not a status or a method. */
const THING = /^(?:service|app|user|path|region|host|pod|operation|version|db)$/;
const isThingIn =
  (index: CatalogIndex) =>
  (token: Token): boolean =>
    index.values.get(joinedForm(token.text))?.some(({ field }) => THING.test(field.role ?? '')) ?? false;

type Known = Pick<Linked, 'index' | 'nowNanos' | 'learned'>;

const linkWith = (routed: Routed, known: Known): Linked => {
  const { index, nowNanos, learned } = known;
  if (routed.kind === 'dataprime' || routed.kind === 'broken-dataprime' || routed.kind === 'refuse') {
    return { routed, ...known, tokens: [], marks: [], typos: [] };
  }
  const isKnown = (token: Token): boolean => isInData(token, index);
  // "number of scans" is no slip of "spans" where a field tells of scans.
  const isWord = (token: Token): boolean => isKnown(token) || index.words.has(token.norm);
  const { tokens: placed, typos: slips } = slipsByNeighbour(routed.tokens, isWord);
  const asked = withTrailingClause(
    withoutPreamble(askingSentence(withoutGuess(whyCounted(placed)), isThingIn(index)), isKnown),
  );
  const { phrases } = index.logs.vocabulary;
  const expanded = searchedMost(soOften(expandPhrases(withoutReport(asked), isKnown), phrases), index);
  const named = objectFirst(amountOfData(expanded, index), phrases);
  const written = nounsOfValues(callsLast(deedBehind(named, index), index), index);
  const aliases = learned === null ? [] : findAliases(written, learned);
  const isTaught = (at: number): boolean => aliases.some(({ from, to }) => from <= at && at < to);
  const { tokens: spelt, typos: misspelt } = correctSpelling(written, index, isTaught);
  const typos = [...slips, ...misspelt];
  const told = paidOut(phrasalDeeds(spelt, index), index);
  const tokens = rateOfThings(signedIn(misspelt.length === 0 ? told : restate(told), index), index);
  const marks = annotate(routed.question, tokens, index, nowNanos, learned);
  return { routed, ...known, tokens, typos, marks };
};

/** Links the words of a routed text to times, fields and values. Routes without words come back with no marks. */
export const linkQuestion = (
  routed: Routed,
  catalog: Catalog,
  nowNanos: bigint,
  learned: Learned | null = null,
): Linked => {
  const index = catalogIndex(catalog);
  return linkWith(routed, { index, nowNanos, learned: learned === null ? null : learnedIndex(learned, index) });
};

/** An earlier question of the dialogue of a linked one; null when it was none. */
export const linkTurn = (linked: Linked, question: string): Linked | null => {
  const routed = classifyQuestion(question);
  return routed.kind === 'language' ? linkWith(routed, linked) : null;
};
