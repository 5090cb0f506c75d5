import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { REFERENCE, referencePages, writtenPages } from '../language-reference.ts';

describe('docs/language', () => {
  let pages: ReadonlyMap<string, string>;
  beforeAll(() => {
    pages = referencePages();
  });

  it('has a page for each word of the language, and no others', () => {
    expect(pages.size).toBeGreaterThan(160);
    expect(writtenPages().toSorted()).toEqual([...pages.keys()].toSorted());
  });

  it('says what the tables say, and shows what the examples give', () => {
    const stale = [...pages]
      .filter(([file, text]) => readFileSync(join(REFERENCE, file), 'utf8') !== text)
      .map(([file]) => file);
    expect(stale, 'node tools/language-reference.ts writes them').toEqual([]);
  });
});
