import { type Diagnostic, mend, parse, printQuery, type Query } from '@clearspan/dataprime';
import type { Intent } from '../interpretation.ts';
import type { Token } from '../tokens/token.ts';
import { QUESTION_CHARS_MAX, tokenise } from '../tokens/tokenise.ts';
import { asksCountOfWhy } from '../tokens/why-counted.ts';
import { asksForTriage } from '../triage/asks-for-triage.ts';
import { guessIntent } from './guess-intent.ts';
import { isPastedQuery, isPipeline } from './pasted-query.ts';
import { type RefusalReason, refusalOf } from './refusals.ts';
import { shownInstead, withoutWondering, wonderingApart } from './wondering.ts';

/** What a text is, before anything is known of the data. */
export type Routed = { readonly question: string; readonly intent: Intent } & (
  | { readonly kind: 'dataprime'; readonly ast: Query; readonly text: string }
  /** Meant as DataPrime, but it does not parse; `mended` is what it may have been, when that is known. */
  | { readonly kind: 'broken-dataprime'; readonly problems: readonly string[]; readonly mended: string | null }
  | { readonly kind: 'refuse'; readonly reason: RefusalReason }
  | { readonly kind: 'why'; readonly tokens: readonly Token[] }
  | { readonly kind: 'catalog'; readonly tokens: readonly Token[] }
  | { readonly kind: 'language'; readonly tokens: readonly Token[] }
);

const WHY =
  /^(?:so |and |but |please |can you |tell me |explain )*(?:why|how come|what caused|what is causing|what's causing|what is the (?:root )?cause|root cause|what is the reason|what made|whose fault|who is to blame|who broke|what broke|what is to blame)\b/i;
/** Health and oddity have no single definition: several questions lead to them. */
const VAGUE =
  /\b(?:is|are)\b.{1,60}\b(?:healthy|ok|okay|alright|down|alive|fine|working(?! (?:days?|hours?)\b)|unhealthy)\b|\b(?:anything|something|nothing|what|any|looks?|looking|seems?|acts?|acting|behaves?|behaving|is|are|was|were|see|been)\b.{0,30}\b(?:weird|unusual|strange|suspicious|abnormal)\b|^(?:weird|unusual|strange|suspicious|abnormal)\b|\banomal(?:y|ies|ous)\b|\bout of the ordinary\b|^(?:what is |how is )?(?:the )?(?:health|state) of\b/i;
/** "anything weird with the 503s": what is odd of one thing that is measured, its course shows. */
const MEASURED =
  /\b(?:[45]\d\ds?|[45]xx|traffic|volume|latency|response times?|durations?|error rates?|throughput)\b(?!.*\b(?:healthy|ok|okay|alright|down|alive|fine|working)\b)/i;
/** "it is broken again", "it is broken, look", without a word of what. */
const NO_SUBJECT =
  /^(?:it|this|that|everything|something)(?:'s| is| was| has| seems)\b.{0,30}\b(?:broken|down|slow|failing|wrong|dead|not working|weird|stuck|bad)\b(?: again| now| today)?(?:[\s,;:.!]+(?:please |can you |could you )?(?:(?:have|take) a look|look(?: into| at)?|check|help|investigate|fix)(?: (?:it|this|that|me|please|now))*)?[\s.!?]*$/i;
/** "average is fine": says which figure is wanted, and of nothing whether it is well. */
const SUFFICES =
  /\b(?:average|avg|mean|median|p\d+|count|total|number|maximum|max|sum|percentage|share)s? (?:is|are|would be|will be) (?:fine|ok|okay|enough|good enough|alright)\b/gi;
/** "stop showing me health checks": of the answer, and of nothing that runs. */
const STOP_SHOWING = /^(?:please |ok |now )*(?:stop|quit|avoid) (?:showing|counting|including|listing|giving)\b/i;
const META =
  /\b(?:what|which|list|show)(?: me)?(?: all)?(?: the)? (?:fields|columns|attributes|keys)\b|what can (?:i|you) ask|what can you (?:do|answer)|what data (?:do|is)|^help\b/i;

/** Zero-width, bidirectional and control characters carry no meaning in a question. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim();

const PROBLEMS_SHOWN_MAX = 3;

const brokenQuery = (text: string, diagnostics: readonly Diagnostic[]): Routed => {
  const mended = mend(text);
  const isMended = mended.diagnostics.every(({ severity }) => severity !== 'error');
  return {
    kind: 'broken-dataprime',
    question: text,
    problems: diagnostics
      .filter(({ severity }) => severity === 'error')
      .slice(0, PROBLEMS_SHOWN_MAX)
      .map(({ message }) => message),
    mended: isMended ? mended.text : null,
    intent: { type: 'dataprime', confidence: 0.9 },
  };
};

/**
 * Sorts a text: DataPrime to run as it is, something to decline, or a question. Cheap: no data is looked at.
 */
export const classifyQuestion = (question: string): Routed => {
  const text = wonderingApart(shownInstead(clean(question)));
  const refuse = (reason: RefusalReason): Routed => ({
    kind: 'refuse',
    question: text,
    reason,
    intent: {
      type: reason === 'destructive' || reason === 'action' ? 'unsafe' : 'off_topic',
      confidence: reason === 'empty' ? 1 : 0.9,
    },
  });
  if (question.length > QUESTION_CHARS_MAX) return refuse('too-long');
  if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return refuse('empty');
  if (isPastedQuery(text)) {
    const parsed = parse(text);
    const ok = parsed.diagnostics.every((diagnostic) => diagnostic.severity !== 'error');
    if (ok)
      return {
        kind: 'dataprime',
        question: text,
        ast: parsed.query,
        text: printQuery(parsed.query),
        intent: { type: 'dataprime', confidence: 1 },
      };
    if (isPipeline(text)) return brokenQuery(text, parsed.diagnostics);
  }
  const shown = withoutWondering(text).replace(STOP_SHOWING, 'without');
  const reason = refusalOf(shown);
  if (reason !== null) return refuse(reason);
  const tokens = tokenise(text);
  if (WHY.test(shown) && !asksCountOfWhy(tokens))
    return { kind: 'why', question: text, tokens, intent: { type: 'why', confidence: 0.95 } };
  if (asksForTriage(shown) && !asksCountOfWhy(tokens))
    return { kind: 'why', question: text, tokens, intent: { type: 'why', confidence: 0.85 } };
  if (NO_SUBJECT.test(shown)) return { kind: 'why', question: text, tokens, intent: { type: 'why', confidence: 0.8 } };
  if (VAGUE.test(shown.replace(SUFFICES, '')) && !MEASURED.test(shown) && !/"|health check/i.test(shown))
    return { kind: 'why', question: text, tokens, intent: { type: 'why', confidence: 0.7 } };
  if (META.test(text))
    return { kind: 'catalog', question: text, tokens, intent: { type: 'catalog', confidence: 0.85 } };
  return { kind: 'language', question: text, tokens, intent: guessIntent(tokens) };
};
