import { isPlainEnglish } from '../lexicon/lexicon.ts';
import type { Candidate } from '../rank/candidates.ts';
import { ignoredMarks } from '../rank/coverage.ts';

/** A name that nothing in the data has: to answer without it would answer another question. */
export const unknownName = ({ scene }: Candidate): string | null => {
  const ignored = new Set(ignoredMarks(scene));
  const found = scene.marks.find((mark, at) => {
    const { meaning, text } = mark;
    if (
      !ignored.has(mark) ||
      meaning.kind !== 'unknown' ||
      (text.length < 4 && !/^[A-Z]{2,}$/.test(text)) ||
      isPlainEnglish(text.toLowerCase())
    )
      return false;
    const parts = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+$/.test(text);
    const shouted = /^[A-Z]{2,5}$/.test(text);
    const placed = /^(in|from|of|for|on|at|does|do|did|to)$/i.test(scene.marks[at - 1]?.text ?? '');
    const called = /^(service|app|region|host|pod|endpoint|application|cluster)$/i.test(
      scene.marks[at + 1]?.text ?? '',
    );
    return /^[\p{L}\p{N}_-]+$/u.test(text) && (parts || placed || called || shouted);
  });
  return found?.text ?? null;
};
