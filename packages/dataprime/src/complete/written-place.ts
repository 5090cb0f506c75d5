import type { KeyPlace } from './key-place.ts';
import type { Place } from './place.ts';

/** Behind `as`, `into` and the like the writer invents a name. */
export const expectsNewName = ({ before, stage }: Place, path: KeyPlace | null): boolean => {
  if (path === null) return false;
  const previous = before.findLast(({ end }) => end <= path.start);
  if (previous?.role !== 'keyword') return false;
  if (previous.text === 'as' || previous.text === 'into') return true;
  return previous.text === 'to' && stage?.stage.kind === 'move';
};

const isNear = (span: { readonly start: number; readonly end: number }, offset: number): boolean =>
  span.start <= offset && offset < span.end;

const FREE: ReadonlySet<string> = new Set(['limit', 'wildfind', 'lucene']);

/** Where a number of rows or a free text is written. */
export const expectsNothing = ({ stage, word }: Place): boolean => {
  if (stage === null) return true;
  const { stage: at } = stage;
  const offset = word.start + 1;
  if (at.kind === 'top' || at.kind === 'bottom') return isNear(at.count.span, offset);
  if (at.kind === 'dedupeby') return at.keep !== null && isNear(at.keep.span, offset);
  if (at.kind === 'find') return isNear(at.phrase.span, offset);
  if (at.kind === 'redact') return !isNear(at.path.span, offset);
  return FREE.has(at.kind);
};

/** The extractor whose arguments the word is among. */
export const extractorAround = ({ stage, word }: Place): string | null => {
  if (stage?.stage.kind !== 'extract') return null;
  const { args, extractor } = stage.stage;
  return args.some(({ span }) => isNear(span, word.start + 1)) ? extractor.text : null;
};

/** Where a key and nothing else may stand. */
export const expectsKey = ({ stage }: Place, path: KeyPlace | null): boolean => {
  if (stage === null || path === null) return false;
  const { stage: at } = stage;
  if (at.kind === 'remove') return at.paths.includes(path.node);
  if (at.kind === 'move') return at.from === path.node;
  if (at.kind === 'replace' || at.kind === 'find') return at.target === path.node;
  if (at.kind === 'redact') return at.path === path.node;
  if (at.kind === 'convert') return at.keys.some((key) => key.path === path.node);
  return at.kind === 'join';
};
