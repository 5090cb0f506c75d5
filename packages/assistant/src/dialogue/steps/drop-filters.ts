import { fieldAt, linksAt, type Scene } from '../../compose/scene.ts';
import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import type { Mark } from '../../link/mark.ts';
import { asWritten } from '../as-written.ts';
import { type Draft, readWords, type Step } from './draft.ts';
import { isOn, wantsValues } from './preds.ts';

/** Before the name of a field: whatever its value is. */
const ANY =
  /(?:^|[\s,])(?:(?:across|over|for|in|from|of|on|with|but|show|include|including|to|back to)\s+)?(?:all(?: of)?(?: the| our| my)?|any|every|whichever|whatever|regardless of|irrespective of|independent of|no matter (?:which|what|the)|the whole|the entire)(?: the| which| what)?\s*$/i;
/** Before the name of a field: no longer that. */
const AWAY =
  /(?:^|[\s,])(?:without|drop|remove|forget|forget about|lose|clear|ignore|ignoring|ditch|take away|take out|never ?mind|skip|not by|don't care about|any longer)(?: the| any| that| this)?\s*$/i;
/** Before a value: it and others. */
const MORE = /(?:^|[\s,])not (?:just|only)(?: in| for| from| on| of| at)?(?: the)?\s*$/i;
const AFTER =
  /^(?:\s*(?:filters?|conditions?|restrictions?|constraints?|limits?|parts?|together|combined|again|please|alike|altogether|at once|put together|taken together|in one|now|then|it was|it is|is|was|it came from|that|selection)\b)+/i;

/** The words around the mark at `at` that say so, as one pattern. */
const aroundMark = (marks: readonly Mark[], at: number, before: RegExp): RegExp | null => {
  const lead = before.exec(
    marks
      .slice(0, at)
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(' '),
  );
  if (lead === null) return null;
  const rest = marks
    .slice(at + 1)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
  const tail = AFTER.exec(rest)?.[0] ?? '';
  const words = [lead[0].trim(), marks[at]?.text ?? '', tail.trim()].filter((text) => text !== '');
  return new RegExp(words.map(asWritten).join('\\s+'), 'i');
};

const withoutField = (draft: Draft, field: FieldRef, away: boolean): Draft['ir'] | null => {
  const { ir } = draft;
  const where = ir.where.filter((pred) => !isOn(pred, field));
  const keyed = ir.keys.some((key) => key.kind === 'field' && sameField(key.field, field));
  if (where.length < ir.where.length) return { ...ir, where };
  // "all services" after a list of the first five; "without the region" after groups by it.
  if (keyed && !away && ir.limit !== null) return { ...ir, limit: null };
  if (!keyed || !away) return null;
  const keys = ir.keys.filter((key) => key.kind !== 'field' || !sameField(key.field, field));
  const counts = ir.metrics.every(({ kind }) => kind === 'count');
  return keys.length === 0
    ? { ...ir, keys, order: null, limit: null, ...(counts ? { shape: 'count' as const, metrics: [] } : {}) }
    : { ...ir, keys };
};

/** "without any voucher": records that have none, where some do; "without any region" of what all have takes the filter away. */
const lacksIt = ({ data, marks }: Scene, at: number, field: FieldRef): boolean => {
  const presence = data.fields.find(({ ref }) => sameField(ref, field))?.source.presence ?? 1;
  const [without, any] = [marks[at - 2]?.text ?? '', marks[at - 1]?.text ?? ''];
  return presence < 1 && /^any$/i.test(any) && /^without$/i.test(without);
};

/** "all services together", "any route", "without the region": the condition on that field goes. */
export const dropFilters: Step = (draft, about) => {
  const scene: Scene = { ...about.scene, marks: draft.marks };
  for (const [at] of draft.marks.entries()) {
    const field = fieldAt(scene, at);
    if (field === null || lacksIt(scene, at, field)) continue;
    const any = aroundMark(draft.marks, at, ANY);
    const around = any ?? aroundMark(draft.marks, at, AWAY);
    const ir = around === null ? null : withoutField(draft, field, any === null);
    const read = around === null || ir === null ? null : readWords(draft.marks, around);
    if (ir !== null && read !== null) return { ir, marks: read.marks };
  }
  return null;
};

const valueIn = (pred: Pred, field: FieldRef, value: string): boolean =>
  isOn(pred, field) && JSON.stringify(pred).includes(JSON.stringify(value));

/** "not just checkout": the condition that only it passes goes. */
export const dropOnly: Step = (draft, about) => {
  const scene: Scene = { ...about.scene, marks: draft.marks };
  for (const [at] of draft.marks.entries()) {
    const around = aroundMark(draft.marks, at, MORE);
    const links = around === null ? [] : linksAt(scene, at);
    const where = draft.ir.where.filter((pred) => !links.some(({ field, value }) => valueIn(pred, field, value)));
    const read = around === null || where.length === draft.ir.where.length ? null : readWords(draft.marks, around);
    if (read !== null) return { ir: { ...draft.ir, where }, marks: read.marks };
  }
  return null;
};

const EVERYTHING =
  /\b(?:remove|drop|clear|forget|lose|reset|without|no)(?: all| any)?(?: of)?(?: the| my| those| these)? filters\b(?: at all)?|\b(?:unfiltered)\b/i;

/** "without any filters" */
export const dropAllFilters: Step = ({ ir, marks }) => {
  const read = ir.where.length === 0 ? null : readWords(marks, EVERYTHING);
  return read === null ? null : { ir: { ...ir, where: [] }, marks: read.marks };
};

const EVERYWHERE =
  /\b(?:everywhere|anywhere|across the board|globally|(?:fleet|system|company|cluster|site|platform)[- ]?wide|(?:in|across|over|for) (?:the )?(?:whole|entire) (?!day\b|week\b|hour\b|month\b|time\b)\w+)\b(?! else)/i;
const PLACES = /^(?:service|app|region|host)$/;

/** "everywhere", "in the whole system" */
export const dropPlaces: Step = ({ ir, marks }) => {
  const where = ir.where.filter(
    (pred) => !('field' in pred && pred.field !== null && wantsValues(pred) && PLACES.test(pred.field.role ?? '')),
  );
  const read = where.length === ir.where.length ? null : readWords(marks, EVERYWHERE);
  return read === null ? null : { ir: { ...ir, where }, marks: read.marks };
};

const FILTER =
  /\b(?:remove|drop|clear|undo|lose|without|take|turn|switch|lift|get rid of)\b(?: off| away| out)?(?: [\w/.{}-]+){0,4}? filters?\b(?: (?:off|away|out|again))*|\btake (?:off|away|out) (?:the )?[\w/.{}-]+ filters?\b/i;

/** "take the region filter off again": the conditions on the fields that are named. */
export const dropFilterWords: Step = (draft, about) => {
  const read = readWords(draft.marks, FILTER);
  if (read === null) return null;
  const scene: Scene = { ...about.scene, marks: draft.marks };
  const named = draft.marks.flatMap((_, at) =>
    read.marks[at]?.text === '' ? (fieldAt(scene, at) ?? linksAt(scene, at).map((link) => link.field)) : [],
  );
  const where = draft.ir.where.filter((pred) => !named.some((field) => isOn(pred, field)));
  return where.length === draft.ir.where.length ? null : { ir: { ...draft.ir, where }, marks: read.marks };
};
