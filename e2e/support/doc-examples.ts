import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** One `$ command` of a document with the lines that follow it. */
export interface DocExample {
  readonly file: string;
  readonly line: number;
  readonly command: string;
  readonly expected: string;
  /** Asks the running system: what it prints depends on what happened there. */
  readonly running: boolean;
}

const BLOCK = /^```console( running)?\n([\s\S]*?)^```$/gm;

/** The examples of a document: fenced blocks marked `console`, or `console running`. */
export const examplesIn = (file: string): DocExample[] => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(BLOCK)].flatMap((block) => {
    const line = text.slice(0, block.index).split('\n').length;
    return (block[2] as string)
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        // A command goes on in the next line after a backslash.
        const [, command = '', expected = ''] = /^((?:.*\\\n)*.*)\n([\s\S]*)$/.exec(part) ?? [];
        return { file, line, command, expected, running: block[1] !== undefined };
      });
  });
};
