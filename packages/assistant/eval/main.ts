/**
 * Asks questions of seeded worlds, runs what the assistant answers in an engine, and compares the results with those of
 * the accepted queries. Prints each bar with its figure; ends with 1 where one is missed.
 * Run: npm run eval [-- set … --wrong --json FILE --docs]
 * Failures of held-out sets are printed only where the set is named. --docs writes the tables of docs/assistant.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { interpretTimes, quantile } from '../bench/interpret-times.ts';
import { type AskedQuestion, askSets } from './ask-sets.ts';
import { BARS, LATENCY_BAR, verdictOf } from './figures/bars.ts';
import { roleOf, SETS } from './questions/sets.ts';
import { barRows, byRole } from './report/bar-rows.ts';
import { withTable } from './report/documented.ts';
import { failuresText } from './report/failures.ts';
import { groupRows, reliabilityRows } from './report/group-rows.ts';
import { jsonReport } from './report/json-report.ts';
import { sizeRows } from './report/size-rows.ts';
import { textTable } from './report/table.ts';

const PAGE = fileURLToPath(new URL('../../../docs/assistant.md', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { wrong: { type: 'boolean' }, json: { type: 'string' }, docs: { type: 'boolean' } },
});
const isNamed = (set: string): boolean => positionals.includes(set) || positionals.includes(roleOf(set));
const unknown = positionals.filter((name) => !Object.keys(SETS).some((set) => set === name || roleOf(set) === name));
if (unknown.length > 0) {
  console.error(
    `expected development, held-out or a set (${Object.keys(SETS).join(', ')}), found ${unknown.join(', ')}`,
  );
  process.exit(2);
}
if (values.docs === true && positionals.length > 0) {
  console.error('expected no set beside --docs: the page has the figures of all');
  process.exit(2);
}

/** Whether its failures may be read without making a held-out set a development set by accident. */
const isShown = ({ set, role }: AskedQuestion): boolean => role === 'development' || isNamed(set);

// First, while the process is quiet: the engine of a world has threads of its own.
const times = interpretTimes();
const sets = Object.fromEntries(Object.entries(SETS).filter(([set]) => positionals.length === 0 || isNamed(set)));
const asked = await askSets(sets);
const bars = barRows(asked, times);

console.log(`${asked.length} questions of ${Object.keys(sets).length} sets\n`);
console.log(textTable(bars));
console.log(`\nright, by set\n${textTable(groupRows('', asked, ({ set }) => set))}`);
console.log(`\nby world\n${textTable(groupRows('', asked, ({ item }) => item.world))}`);
console.log(`\nby intent\n${textTable(groupRows('', asked, ({ item }) => item.intent))}`);
console.log(`\nby confidence: the mean, and the share that is right\n${textTable(reliabilityRows(asked))}`);
if (values.wrong === true) console.log(`\n${failuresText(asked.filter(isShown))}`);
if (values.json !== undefined) await writeFile(values.json, jsonReport(asked, asked.filter(isShown), times));
if (values.docs === true) {
  const page = await readFile(PAGE, 'utf8');
  await writeFile(PAGE, withTable(withTable(page, 'figures', bars), 'sizes', sizeRows()));
}

const missed = Object.entries(byRole(asked)).flatMap(([role, own]) =>
  BARS.filter((bar) => verdictOf(bar, bar.measure(own)) === 'missed').map(({ name }) => `${name} (${role})`),
);
if (quantile(times.ms, 0.95) > LATENCY_BAR.shipMs) missed.push(LATENCY_BAR.name);
if (missed.length > 0) console.log(`\nmissed: ${missed.join('; ')}`);
process.exitCode = missed.length > 0 ? 1 : 0;
