import { joinedForm } from '../tokens/normal-form.ts';
import { entryKey, type FieldEntry } from './field-entry.ts';
import { ROLE_NAMES } from './role-names.ts';

/** Below this share of its samples a field says names and codes, not sentences. */
const proseMin = 0.5;

const samplesOf = ({ source }: FieldEntry): readonly string[] => [
  ...source.values.map(({ value }) => value),
  ...source.examples,
  ...(source.patterns ?? []).map(({ pattern }) => pattern),
];

const isProse = (entry: FieldEntry): boolean => {
  if (entry.ref.type !== 'string' && entry.ref.type !== 'unknown') return false;
  const samples = samplesOf(entry);
  const sentences = samples.filter((sample) => /\p{L}{2,}\S* \S/u.test(sample));
  return samples.length > 0 && sentences.length >= proseMin * samples.length;
};

const widespreadMin = 0.5;

/**
 * Of the fields that are called as messages are, the first that holds sentences: `event` may hold codes. Where none does,
 * the sentences that most records have are their messages, whatever they are called: `event_text`.
 */
export const messageOf = (called: readonly FieldEntry[], fields: readonly FieldEntry[]): FieldEntry | undefined => {
  const [first] = called;
  const told = called.find(isProse);
  if (told !== undefined || (first !== undefined && samplesOf(first).length === 0)) return told ?? first;
  const [widest] = fields
    .filter((entry) => entry.ref.root === 'd' && isProse(entry))
    .toSorted((a, b) => b.source.presence - a.source.presence);
  return widest !== undefined && widest.source.presence >= widespreadMin ? widest : first;
};

/** Where services tell what went wrong, beside the message. */
const ASIDE = /^(?:error|err|exception|cause|reason|details?|description|stack|stack_?trace|exc_info)$/i;

export interface MessageSource {
  readonly entry: FieldEntry;
  /** Tells more of some records, beside their message: `error.message`, `cause`. */
  readonly aside: boolean;
}

/**
 * The fields that hold messages, that of the role first: where services of several makes write to one store, some call
 * theirs `message`, others `msg` or `body`.
 */
export const messageFields = (fields: readonly FieldEntry[]): readonly MessageSource[] => {
  const names = new Set(ROLE_NAMES.message.map(joinedForm));
  const main = fields.filter(({ ref }) => ref.role === 'message');
  const prose = fields.filter((entry) => entry.ref.root === 'd' && !main.includes(entry) && isProse(entry));
  const others = prose.filter((entry) => names.has(entryKey(entry)));
  const asides = prose.filter((entry) => {
    const last = entry.ref.path.at(-1) ?? '';
    return !others.includes(entry) && (ASIDE.test(last) || names.has(joinedForm(last)));
  });
  if (main.length === 0) return [];
  return [
    ...[...main, ...others].map((entry) => ({ entry, aside: false })),
    ...asides.map((entry) => ({ entry, aside: true })),
  ];
};
