import type { Rule } from './section.ts';
import { SECTIONS } from './sections.ts';

const HEAD = `# Conformance

Which rule of the public language is held by which test. The rules are those that documentation states or public queries
show; where they are silent or contradict each other, [dataprime.md](../dataprime.md) says what is done here.

Origin of a rule: **D** documentation of the language; **Di** documentation of another product with the same engine;
**S** seen in public queries. A case is a query in [packages/dataprime/test/golden](../../packages/dataprime/test/golden)
that is executed and whose rows are compared, or a test file beside it. This page is made of
[packages/dataprime/test/conformance](../../packages/dataprime/test/conformance) and held to it by
[conformance.test.ts](../../packages/dataprime/test/conformance.test.ts): no rule is without a case, and every case exists.

Beyond single cases, [second-opinion](../../packages/dataprime/test/second-opinion) is a second, slow interpreter written
from the rules alone: random queries over random records must come to the same rows in both.
`;

const TESTS = '../../packages/dataprime/test';
const cell = (text: string): string => text.replaceAll('|', '\\|');

const link = (name: string): string =>
  name.endsWith('.test.ts') ? `[${name}](${TESTS}/${name})` : `[${name}](${TESTS}/golden/${name}.dp)`;

const row = ([rule, origins, cases]: Rule): string =>
  `| ${cell(rule)} | ${origins.split(' ').join(', ')} | ${cases.split(' ').map(link).join(', ')} |`;

/** The page that shows every rule with its cases. */
export const conformancePage = (): string =>
  [
    HEAD,
    ...SECTIONS.map(({ title, rules }) => {
      const head = `## ${title}\n\n| rule | origin | case |\n|---|---|---|`;
      return `${head}\n${rules.map(row).join('\n')}\n`;
    }),
  ].join('\n');
