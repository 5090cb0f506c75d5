import { fieldAt, roleField, type Scene } from '../../compose/scene.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Order, QueryIR } from '../../ir/query-ir.ts';
import { rowsOf } from '../../ir/rows-of.ts';
import { type About, type Draft, readWords, type Step, withoutMarks } from './draft.ts';
import { isThreshold } from './preds.ts';

const WORDS: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
/** A number of rows as it is written or said. */
export const ROWS_NUMBER = `(\\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|a hundred)`;
const THINGS =
  '(?:(?:of )?(?:them|those|these)|rows?|lines?|results?|entries|logs?|records?|items|ones?|hits?|in total|each|altogether)';
const LEAD =
  "(?:(?:and|but|ok|okay|no|so|now|please|sorry|actually|then|maybe|let's say|say|can i|could i|i|we|you|me|us|it|that|this|them|to|the|a|list|see|want|need|have|get|get me|only|just|only the|just the|like|about|around|maybe|roughly|say|let's say|at most|no more than|up to|as many as|make|make it|make that|show|show me|show only|show just|just show|give|give me|list|return|cut|cut it|cap|cap it|limit|limit it|keep|keep only|keep just|the first|first|the top|top|the best|the worst|worst|the last|last|only the top|just the top|only the first|just the first)[\\s,]+)*";
const ENOUGH =
  '(?:(?:is|are|will|would|should|ought to)(?: be)? (?:enough|fine|ok|okay|plenty|do|good|sufficient|suffice)|(?:suffices?|is enough|enough|will do|max|maximum|at most|tops|only|please|instead|will|would|do|are|is|of each)\\b)';
const ASKED = new RegExp(`^${LEAD}${ROWS_NUMBER}(?: ${THINGS})?(?:[ ,]+${ENOUGH})*[\\s?.!]*$`, 'i');
const ALL =
  /^(?:(?:and|ok|now|no|show|show me|give me|list|see|please|i want|just|bring back|get me|back to|get back)[\s,]+)*(?:all of (?:them|those|these)|(?:them|those) all|the (?:complete|full|whole|entire) list|no limit|without (?:a |the |any )?limit|not just the (?:top|first) \w+|everything)(?: please| instead| again| now| then| back)*[\s?.!]*$/i;

export const numberIn = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  if (/dozen/i.test(text)) return 12;
  return /hundred/i.test(text) ? 100 : WORDS.indexOf(text.toLowerCase());
};

/** Said of rows rather than of an amount in the question: "only", "the top", "are enough". */
const OF_ROWS =
  /\b(?:only|just|first|top|best|worst|enough|suffices?|plenty|fine|will do|give me|show me|show|rows?|lines?|results?|entries|of (?:them|those|these)|at most|no more than|max|maximum|cap|limit|keep|list)\b/i;
/** The newest of records without an order are another order. */
const OF_TIME = /\b(?:last|latest|newest|recent|oldest|first)\b/i;
/** "the top one" is a thing to speak of, "only the top one" is a number of rows. */
const ONE_THING = /^(?:(?:and|the|top|first|last|worst|best|show me|show)\s+)*one[\s?.!]*$/i;

const LAST = /\b(?:last|latest|newest|recent)\b/i;

/** "now the last 5" after the first five. */
const newestFirst = (order: Order | null): Order | null =>
  order?.by === 'field' && order.field.role === 'timestamp' ? { ...order, direction: 'desc' } : order;

/** Of what was only counted some are to be seen: "show me 5 of them", "the last 5". */
const SEEN = /\b(?:show|see|list|give me|print|of (?:them|those|these)|last|latest|newest|first)\b/i;

const seen = (ir: QueryIR, limit: number, text: string, time: FieldRef | null): QueryIR | null => {
  if (ir.related !== null || !SEEN.test(text)) return null;
  if (!OF_TIME.test(text)) return { ...rowsOf(ir), limit };
  const direction = LAST.test(text) ? 'desc' : 'asc';
  return time === null ? null : { ...rowsOf(ir), order: { by: 'field', field: time, direction }, limit };
};

/** "errors by service per hour" > "just the top 3": the first rows of a series are a part of its first hour. */
const isOfEachTime = ({ keys, metrics, shape }: QueryIR, text: string): boolean =>
  /\b(?:top|worst|best|biggest)\b/i.test(text) &&
  shape === 'table' &&
  metrics.length === 1 &&
  keys.length > 1 &&
  keys[0]?.kind === 'bucket';

const topOfEachTime = (ir: QueryIR, limit: number): QueryIR => ({
  ...ir,
  perGroup: limit,
  order: { by: 'column', name: ir.metrics[0]?.name ?? '', direction: 'desc' },
});

const limited = (ir: QueryIR, limit: number, text: string, time: FieldRef | null): QueryIR | null => {
  if (ir.shape === 'count') return seen(ir, limit, text, time);
  if (ir.shape === 'table' && ir.keys.length === 0) return null;
  if (ir.perGroup !== null) return { ...ir, perGroup: limit };
  if (isOfEachTime(ir, text)) return topOfEachTime(ir, limit);
  const rows = ir.limit !== null || OF_ROWS.test(text) || (ir.order !== null && !ir.where.some(isThreshold));
  if (!rows || (ir.shape === 'rows' && ir.order === null && OF_TIME.test(text))) return null;
  return { ...ir, limit, order: LAST.test(text) ? newestFirst(ir.order) : ir.order };
};

const FIRST_OF =
  /^(?:(?:and|but|ok|now|only|just|show|show me|give me|the|which is the|what is the|what's the|with|keep)[\s,]+)*(?:top|worst|biggest|first|leading|busiest|noisiest|highest|number one)$/i;

/** "only the worst pod": the first of groups by pod. */
const firstOfGroups = ({ ir, marks }: Draft, about: About): Draft | null => {
  const scene: Scene = { ...about.scene, marks };
  const [key] = ir.keys;
  const at = marks.findIndex((_, index) => fieldAt(scene, index) !== null);
  const field = fieldAt(scene, at);
  const lead = marks
    .slice(0, at)
    .map(({ text }) => text)
    .join(' ');
  const tail = marks
    .slice(at + 1)
    .map(({ text }) => text)
    .join(' ');
  const own = ir.keys.length === 1 && key?.kind === 'field' && field !== null && sameField(key.field, field);
  if (!own || ir.order?.by !== 'column' || ir.order.direction !== 'desc') return null;
  if (
    marks[at]?.plural === true ||
    !FIRST_OF.test(lead) ||
    !/^(?:[\s?.!,]|only|alone|please|then|is enough)*$/i.test(tail)
  )
    return null;
  return { ir: { ...ir, limit: 1 }, marks: withoutMarks(marks, () => true) };
};

const BARE = /^(?:(?:and|but|ok|now|please|only|just|the)[\s,]+)*([1-5]\d\d)(?: only| please)*[\s?.!]*$/i;

/** "only 503" where 503 is a status that the data has. */
const isStatus = (text: string, { data }: Scene): boolean => {
  const said = BARE.exec(text)?.[1];
  const status = data.roles.get('status');
  const known = data.fields.find(({ ref }) => status !== undefined && sameField(ref, status));
  return said !== undefined && (known?.source.values.some(({ value }) => value === said) ?? false);
};

/** "5 are enough", "just the first 3", "give me 50" */
export const keepRows: Step = (draft, about) => {
  const { ir, marks } = draft;
  const first = firstOfGroups(draft, about);
  if (first !== null) return first;
  const text = marks.map((mark) => mark.text).join(' ');
  const all = ir.limit === null ? null : readWords(marks, ALL);
  if (all !== null) return { ir: { ...ir, limit: null }, marks: all.marks };
  const read = ONE_THING.test(text) || isStatus(text, about.scene) ? null : readWords(marks, ASKED);
  const limit = numberIn(read?.match[1] ?? '');
  const next = read === null || limit < 1 ? null : limited(ir, limit, text, roleField(about.scene, 'timestamp'));
  return read === null || next === null ? null : { ir: next, marks: read.marks };
};
