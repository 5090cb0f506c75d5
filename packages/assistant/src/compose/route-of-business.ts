import type { FieldRef } from '../ir/field-ref.ts';
import type { FieldLink, Mark } from '../link/mark.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Scene } from './scene.ts';

/** What only requests have: they took some time, ended with a status, or are called requests. */
const OF_REQUESTS =
  /^(?:entity|severity|outcome|percentile|percentiles|status|symptom|volume|database|root-span|operation)$/;
const REQUEST_ROLES = /^(?:duration|status|service|method|host|operation|version|error|severity|pod)$/;
const HTTP = /^(?:http|url|request|req|route)$/;

const isOfRequests = ({ meaning, text }: Mark): boolean => {
  if (meaning.kind === 'literal') return /^(?:status-class|plural-number|percentile|path)$/.test(meaning.token.kind);
  if (meaning.kind === 'value') return meaning.links[0]?.field.role === 'method' && /^[A-Z]+$/.test(text);
  if (meaning.kind !== 'concept') return false;
  const { concept } = meaning;
  if (concept.kind === 'superlative') return concept.by === 'duration';
  return concept.kind === 'role' ? REQUEST_ROLES.test(concept.role) : OF_REQUESTS.test(concept.kind);
};

const groupOf = (field: FieldRef): string => nameWords(field.path.join('.').replace(/^tags\./, ''))[0] ?? '';

/** What people do and have: a deed that messages tell of, whoever did it, or another word of what the route is of. */
const isOfPeople =
  (group: string) =>
  ({ meaning, text }: Mark): boolean => {
    if (wordForm(text.toLowerCase()) === group) return true;
    if (meaning.kind === 'message') return true;
    if (meaning.kind === 'concept') return meaning.concept.kind === 'role' && meaning.concept.role === 'user';
    const links = meaning.kind === 'field' || meaning.kind === 'value' ? meaning.links : [];
    return links.some(({ field }) => field.path.length > 1 && groupOf(field) === group);
  };

/**
 * "cancellations per route", "customers of each route" of a company that runs routes: `trip.route`, and not the path of a
 * request; null where the question is of requests, or nothing of the business is called so.
 */
export const routeOfBusiness = (
  { marks, dataset, preds }: Pick<Scene, 'marks' | 'dataset' | 'preds'>,
  at: number,
  fields: readonly FieldLink[],
): FieldRef | null => {
  if (!/^routes?$/i.test(marks[at]?.text ?? '')) return null;
  const own = fields.find(({ field, ...link }) => {
    const words = nameWords(field.path.join('.').replace(/^tags\./, ''));
    return link.dataset === dataset && field.role !== 'path' && words.length > 1 && !HTTP.test(words[0] ?? '');
  })?.field;
  if (own === undefined) return null;
  const others = marks.filter((_, index) => index !== at);
  const told = preds.some(({ source }) => source === 'text');
  return !others.some(isOfRequests) && (told || others.some(isOfPeople(groupOf(own)))) ? own : null;
};
