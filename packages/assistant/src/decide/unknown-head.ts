import { osaDistance } from '@clearspan/text';
import { conceptAt, type Scene } from '../compose/scene.ts';
import type { Mark } from '../link/mark.ts';

/** Things of which a record is one, or which say nothing of what is counted. */
const STANDS_FOR_RECORDS =
  /^(?:people|persons?|times?|things?|lines?|entries|entry|ones?|cases?|instances?|occurrences?|pieces?|bits?|kinds?|types?|sorts?|attempts?|tries|try|jobs?|tasks?|visits?|views?|invocations?|executions?|lookups?|interactions?|operations?|others?|new|more|further|seconds?|minutes?|hours?|days?|weeks?|months?|percent|data|exactly|really|actually|roughly|about|individual|single|separate|successful|bad|good|big|small|long|short|in|so|it|slower|faster|longer|shorter|higher|lower|bigger|smaller|larger|worse|better|quicker|less|fewer|greater)$/i;
const VERB_FOLLOWS =
  /^(?:did|do|does|is|are|was|were|has|have|had|got|get|gets|can|could|will|would|should|exist|exists|there|we|i|they|per|by|in|on|at|of|from|for|since|today|yesterday)$/i;

/** What is asked for directly: "how many X", "how much X", "which X". */
const asks = (scene: Scene, at: number): 'much' | 'many' | 'which' | null => {
  const concept = conceptAt(scene, at);
  const text = scene.marks[at]?.text ?? '';
  if (concept?.kind === 'which')
    return /^(?:which|what|what kind of|what are the|which are the|what is|what was|what's)$/i.test(text)
      ? 'which'
      : null;
  if (concept?.kind !== 'count') return null;
  return /much|amount/i.test(text) ? 'much' : /many|number/i.test(text) ? 'many' : null;
};

/** "how many cals": what is most often counted, with a slip in a word too short to be corrected. */
const isSlip = (word: string): boolean =>
  ['calls', 'hits', 'requests', 'logs', 'errors', 'users', 'spans', 'traces', 'people'].some(
    (known) => osaDistance(word.toLowerCase(), known, 1) <= 1,
  );

const isUnknownNoun = (mark: Mark | undefined): mark is Mark =>
  mark?.meaning.kind === 'unknown' &&
  /^\p{L}{3,}$/u.test(mark.text) &&
  !STANDS_FOR_RECORDS.test(mark.text) &&
  !isSlip(mark.text) &&
  !/(?:ed|ing|ly|est)$/.test(mark.text);

/**
 * The thing a question asks for, where nothing in the data is called so: "how much memory did it use". To count records
 * instead would answer another question; null where the thing is known, or is only another word for records.
 */
export const unknownHead = (scene: Scene): string | null => {
  for (const [at] of scene.marks.entries()) {
    const cue = asks(scene, at);
    if (cue === null) continue;
    let next = at + 1;
    while (
      (conceptAt(scene, next)?.kind === 'filler' &&
        /^(?:the|of|of the|a|an|my|our|different)$/i.test(scene.marks[next]?.text ?? '')) ||
      // "how many ClickHouse connections": the value only says whose they are.
      (cue === 'many' && scene.marks[next]?.meaning.kind === 'value' && isUnknownNoun(scene.marks[next + 1]))
    )
      next += 1;
    let last = next - 1;
    while (isUnknownNoun(scene.marks[last + 1]) && !scene.taken.has(last + 1)) last += 1;
    const head = scene.marks[last];
    if (last < next || head === undefined) continue;
    const after = scene.marks[last + 1];
    const ends =
      after === undefined ||
      after.meaning.kind === 'time' ||
      after.meaning.kind === 'punctuation' ||
      VERB_FOLLOWS.test(after.text.split(' ')[0] ?? '');
    const failsNext = conceptAt(scene, last + 1)?.kind === 'outcome';
    const isPlural = /[^s]s$/i.test(head.text);
    const named = cue === 'much' ? ends : cue === 'many' ? ends && isPlural : ends || failsNext;
    if (named)
      return scene.marks
        .slice(next, last + 1)
        .map(({ text }) => text)
        .join(' ');
  }
  return null;
};
