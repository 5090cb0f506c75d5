import { compose } from '../compose/compose.ts';
import type { Dataset } from '../ir/field-ref.ts';
import type { Pred } from '../ir/query-ir.ts';
import type { Linked } from '../link/link-question.ts';
import type { TimeSpec } from '../time/time-spec.ts';

/** What a question is about, in each data set; null where the data set has nothing of that name. */
export interface Subject {
  readonly where: Readonly<Record<Dataset, readonly Pred[] | null>>;
  /** As the data calls it; empty for everything. */
  readonly names: readonly string[];
  readonly time: TimeSpec | null;
  /** Words that nothing is called, and that do not belong to how such a question is put. */
  readonly ignored: readonly string[];
}

/** How such questions are put. */
const CUES =
  /^(?:is|are|was|were|there|it|so|why|how|come|what|whats|what's|who|do|does|did|has|have|had|in|common|about|anything|something|everything|things?|broken?|broke|wrong|going|off|odd|amiss|fire|on|working|right|not|chang\w*|differ\w*|special|distinctive|unusual|weird|strange|suspicious|abnormal|anomal\w*|cause[ds]?|causing|reason|root|made|makes?|makes|slow\w*|latency|lag\w*|sluggish|long|time|takes?|taking|fail\w*|errors?|error\w*|crash\w*|healthy|unhealthy|health|state|ok|okay|alright|down|alive|fine|now|today|diagnose|troubleshoot|triage|explain|tell|show|me|us|please|can|you|many|much|few|more|less|requests?|calls?|spans?|traces?|logs?|ones?|normal|ordinary|others?|the|a|an|of|from|than|usual|happen\w*|suddenly|getting|became|become|being|been|all|our|my|we|i)$/i;

const namesIn = (pred: Pred): readonly string[] => {
  switch (pred.kind) {
    case 'compare':
      return pred.value.kind === 'text' ? [pred.value.value] : [];
    case 'in':
      return pred.values.flatMap((value) => (value.kind === 'text' ? [value.value] : []));
    case 'and':
    case 'or':
      return pred.preds.flatMap(namesIn);
    case 'not':
      return namesIn(pred.pred);
    case 'against':
    case 'text':
    case 'time':
    case 'recurring':
      return [];
  }
};

const isCue = (text: string): boolean => text.split(/\s+/).every((word) => CUES.test(word));

/** Reads the subject as any question is read, and keeps of it the names of things and the time. */
export const subjectOf = (linked: Linked): Subject => {
  const { index, nowNanos } = linked;
  // The data may have a value of that name, which is not what is meant: `why`, where questions are recorded.
  const marks = linked.marks.filter(({ meaning, text }) => meaning.kind !== 'value' || !isCue(text));
  const read = (dataset: Dataset) => compose({ dataset, index, marks, nowNanos, window: null, valueRank: 0 });
  const readings = { logs: read('logs'), spans: read('spans') };
  const named = (dataset: Dataset): readonly Pred[] =>
    readings[dataset].scene.preds.filter(({ source }) => source === 'value').map(({ pred }) => pred);
  const preds = { logs: named('logs'), spans: named('spans') };
  const most = Math.max(preds.logs.length, preds.spans.length);
  const scope = (dataset: Dataset): readonly Pred[] | null => (preds[dataset].length < most ? null : preds[dataset]);
  const ignored = marks.flatMap(({ meaning, text }) =>
    (meaning.kind === 'unknown' || meaning.kind === 'message') && !isCue(text) ? [text] : [],
  );
  const { scene, ir } = readings.logs;
  return {
    where: { logs: scope('logs'), spans: scope('spans') },
    names: [...new Set([...preds.spans, ...preds.logs].flatMap(namesIn))],
    time: scene.compared === null ? ir.time : null,
    ignored: [...new Set(ignored)],
  };
};
