import type { FieldEntry } from '../catalog/field-entry.ts';
import { type FieldRef, fieldText, type Role, sameField } from '../ir/field-ref.ts';
import type { Ground } from './ground.ts';

const attributesMax = 24;
const valuesMax = 50;
/** Numbers with more values than this are measured, not chosen. */
const numbersMax = 12;
/** A field of fewer records than this says too little of the others. */
const recordsMin = 5;

/** What sets records apart as a rule, first what an engineer would look at first. */
const FIRST: readonly Role[] = ['operation', 'service', 'version', 'path', 'db', 'region', 'host', 'method', 'app'];
/** What a record is told apart by, or what came of it: of these a difference says nothing. */
const NEVER: ReadonlySet<Role> = new Set<Role>([
  'timestamp',
  'trace',
  'span',
  'parent',
  'message',
  'duration',
  'severity',
  'error',
]);
/** Names of what a record is told apart by. */
const IDENTITY = /(?:^|[._])(?:[a-z]*id|uuid|guid|pid|key|hash|seq|reqid|traceparent)$/i;
/** What came of a call, by other names. */
const OUTCOME = /status|severity|level|outcome|success|(?:^|[._])(?:ok|failed|error)$/i;
const MEASURE = /(?:^|[._])(?:duration|elapsed|latency|start_?time|timestamp|time)$|(?:_ms|_us|_ns|_s|bytes)$/i;

const isNumeric = ({ source }: FieldEntry): boolean =>
  source.values.length > 0 && source.values.every(({ value }) => /^-?\d+(\.\d+)?$/.test(value));

const tellsApart = (entry: FieldEntry, records: number, failing: boolean): boolean => {
  const { ref, source, name } = entry;
  // The kind of a span and the severity of a line are counted in any case.
  if (ref.root === 'm' && (name === 'kind' || name === 'severity')) return false;
  if (ref.role !== null && NEVER.has(ref.role)) return false;
  if (ref.type === 'timestamp' || ref.type === 'unknown' || ref.type === 'severity') return false;
  if (source.distinct < 2 || source.distinct > valuesMax || source.values.length < 2) return false;
  if (source.presence * records < recordsMin) return false;
  if (IDENTITY.test(name) || MEASURE.test(name)) return false;
  if (failing && (ref.role === 'status' || OUTCOME.test(name))) return false;
  return !(isNumeric(entry) && source.distinct > numbersMax);
};

/** Of the connection and the process, which as a rule follow from what is called: looked at where there is room. */
const PLUMBING = /^(?:telemetry|process|os|network|server|client|url|thread|otel|scope|user_agent)[._]/;

/** Two fields whose values are spread alike are one thing under two names. */
const spread = ({ source }: FieldEntry): string =>
  `${source.presence.toFixed(4)} ${source.values.map(({ count }) => count).join(' ')}`;

const place = ({ ref, name }: FieldEntry): number => {
  const at = ref.role === null ? -1 : FIRST.indexOf(ref.role);
  if (at >= 0) return at;
  return PLUMBING.test(name) ? FIRST.length + 1 : FIRST.length;
};

/**
 * Fields that may set slow or failing records apart from the others: with a few values, more than one, in enough records.
 * Fields of a known role come first, then those that more records have.
 */
export const candidateAttributes = ({ data, where }: Ground, failing: boolean): readonly FieldRef[] => {
  const seen = new Set<string>();
  const columns = new Set<string>();
  return (
    data.fields
      .filter((entry) => tellsApart(entry, data.records, failing))
      .toSorted(
        (a, b) =>
          place(a) - place(b) ||
          b.source.presence - a.source.presence ||
          (fieldText(a.ref) < fieldText(b.ref) ? -1 : 1),
      )
      .filter((entry) => {
        const alike = spread(entry);
        // A grouping lands under its own path: of two fields of the same path only one can be told apart.
        const column = entry.ref.path.join('\0');
        if (seen.has(alike) || columns.has(column)) return false;
        seen.add(alike);
        columns.add(column);
        return true;
      })
      // What all records have, because only those are looked at, under whatever name.
      .filter(({ ref }) => !where.some((pred) => pred.kind === 'compare' && sameField(pred.field, ref)))
      .slice(0, attributesMax)
      .map(({ ref }) => ref)
  );
};
