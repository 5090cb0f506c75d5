import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import {
  isOtherTime,
  isThing,
  kindOfField,
  kindOfRecord,
  lastWord,
  missed,
  namedBeside,
  nameEnd,
  ofService,
  onlySize,
  sameRole,
  sizeForms,
} from './field-names.ts';
import { figureCalledSo } from './figure-called-so.ts';
import { isGroupedToo } from './grouped-too.ts';
import type { FieldLink } from './mark.ts';
import { askedThing, namedThing } from './named-thing.ts';
import type { Piece } from './piece.ts';
import { waits } from './waits.ts';

/** "passenger_id" is the field of that very name, where others are called `passengerId` and `passenger.id`. */
const spelledFirst = (links: readonly FieldLink[], written: string): readonly FieldLink[] => {
  const isSpelled = ({ field }: FieldLink): boolean => field.path.join('.') === written;
  return [...links.filter(isSpelled), ...links.filter((link) => !isSpelled(link))];
};

/** Whether a field is called just so. */
const exactly = (run: readonly Token[], index: CatalogIndex): boolean =>
  [run.map(({ norm }) => norm), run.map(({ text }) => text)].some((words) =>
    index.fieldNames.has(joinedForm(words.join(''))),
  );

/** "by platform" is `app.platform` of the spans, and `app_platform` of the logs. */
const besideLast = (
  ended: readonly FieldLink[] | undefined,
  last: readonly FieldLink[] | undefined,
): readonly FieldLink[] | undefined =>
  ended === undefined
    ? undefined
    : [...ended, ...(last ?? []).filter(({ dataset }) => ended.every((link) => link.dataset !== dataset))];

/** A field by its name, or by what people call it. */
export const fieldPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word')) return null;
  const isAsked = isThing(tokens, at, length, index);
  const last = lastWord(tokens, at, length, index);
  const thing = namedThing(run, index) ?? figureCalledSo(tokens, at, length, index);
  const links =
    thing ??
    askedThing(tokens, at, length, index) ??
    namedBeside(last.named, run, index) ??
    index.fieldNames.get(joinedForm(run.map((token) => token.text).join(''))) ??
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    sizeForms(run.map((token) => token.norm))
      .map((form) => index.fieldNames.get(form))
      .find((found) => found !== undefined) ??
    missed(run, index) ??
    kindOfField(run, index) ??
    besideLast(nameEnd(run, isAsked, index), last.only) ??
    waits(run, index) ??
    last.only ??
    onlySize(
      run.map((token) => token.norm),
      index,
    );
  if (links.length === 0) return kindOfRecord(run, at, index);
  // "the average waiting time" of `wait_s` is no duration of spans.
  const played = isOtherTime(run, links) ? [] : sameRole(run, links, index);
  const others = [...played, ...ofService(run, links, index)];
  const cue =
    /^(by|per|each|of|much|average|avg|sum|total|max|min|median|distinct|unique|different|which|every|top)$/.test(
      tokens[at - 1]?.norm ?? '',
    ) || isGroupedToo(tokens, at);
  // "the energy charged per city": a number that is told of something.
  const told =
    /^(?:per|by|charged|used|sold|consumed|delivered|sent|driven)$/.test(tokens[at + length]?.norm ?? '') &&
    !exactly(run, index) &&
    links.some(({ field }) => field.type === 'number');
  const concept = length === 1 ? conceptOf(run[0]?.norm ?? '') : null;
  // "emergencies" are what a field of that name says, before they are severe.
  const isFlag =
    (concept?.kind === 'severity' && links.some(({ field }) => field.type === 'bool')) ||
    // "retries" that are a number of each record.
    isOtherTime(run, links) ||
    (concept?.kind === 'symptom' && links.every(({ field }) => field.type === 'number'));
  const isNamed = isFlag || isAsked || thing !== null;
  const bare = concept !== null && !isNamed && last.named === undefined && !/[_.$]/.test(run[0]?.text ?? '');
  return {
    to: at + length,
    weight: (bare ? 0.7 : 1.08) * length + 0.35 * (length - 1) + ((cue || told) && !bare ? 0.4 : 0),
    meaning: { kind: 'field', links: spelledFirst([...links, ...others], run.map((token) => token.text).join('')) },
  };
};
