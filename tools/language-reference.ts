/**
 * Writes the reference of DataPrime from the tables of the language: `node tools/language-reference.ts`. Every example
 * is run on the embedded engine, and the pages show what comes out.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMANDS, type CommandName, FUNCTIONS, functionNote } from '@clearspan/dataprime';
import { commandPage } from './language-reference/command-page.ts';
import { type ExampleEngine, openExampleEngine } from './language-reference/example-engine.ts';
import { functionFile } from './language-reference/families.ts';
import { formPages } from './language-reference/form-pages.ts';
import { functionPage } from './language-reference/function-page.ts';
import { indexPages } from './language-reference/index-pages.ts';
import { TIME_FORMAT_EXPRESSIONS, timeFormatsPage } from './language-reference/time-formats-page.ts';
import { aggregateValues, scalarValues } from './language-reference/values.ts';
import { ROOT } from './workspaces.ts';

export const REFERENCE: string = join(ROOT, 'docs/language');
/** Pages of the folder that are written by hand. */
const BY_HAND: readonly string[] = ['conformance.md'];

const functionPages = (engine: ExampleEngine): readonly (readonly [string, string])[] => {
  const expressions = (isAggregation: boolean): readonly string[] =>
    FUNCTIONS.filter(({ family }) => (family === 'aggregation') === isAggregation).flatMap((fn) => [
      fn.example.text,
      ...(functionNote(fn).examples ?? []),
    ]);
  const scalars = scalarValues(engine, [...expressions(false), ...TIME_FORMAT_EXPRESSIONS]);
  const aggregates = aggregateValues(engine, expressions(true));
  return [
    ...FUNCTIONS.map((fn) => {
      const values = fn.family === 'aggregation' ? aggregates : scalars;
      return [`functions/${functionFile(fn)}`, functionPage(fn, FUNCTIONS, values, engine)] as const;
    }),
    ['time-formats.md', timeFormatsPage(scalars)],
  ];
};

/** Every page by its file in `docs/language`, with the rows that its examples give now. */
export const referencePages = (): ReadonlyMap<string, string> => {
  const engine = openExampleEngine();
  try {
    const commands = (Object.keys(COMMANDS) as CommandName[]).map(
      (name) => [`commands/${name}.md`, commandPage(name, engine)] as const,
    );
    return new Map([...indexPages(engine), ...commands, ...formPages(engine), ...functionPages(engine)]);
  } finally {
    engine.close();
  }
};

/** Files of the folder that this script keeps. */
export const writtenPages = (): readonly string[] =>
  existsSync(REFERENCE)
    ? readdirSync(REFERENCE, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.md') && !BY_HAND.includes(file))
    : [];

if (import.meta.main) {
  const pages = referencePages();
  for (const file of writtenPages()) if (!pages.has(file)) rmSync(join(REFERENCE, file));
  for (const [file, text] of pages) {
    mkdirSync(dirname(join(REFERENCE, file)), { recursive: true });
    writeFileSync(join(REFERENCE, file), text);
  }
  console.log(`${pages.size} pages`);
}
