/** Checks the repository itself: layers, purity, file sizes, names, links. Each rule is a file in `tidy/`. */
import { fileNames } from './tidy/file-names.ts';
import { fileSizes } from './tidy/file-sizes.ts';
import { goldenFiles } from './tidy/golden-files.ts';
import { layers } from './tidy/layers.ts';
import { links } from './tidy/links.ts';
import { purity } from './tidy/purity.ts';
import type { Rule } from './tidy/rule.ts';
import { readTree } from './tidy/tree.ts';
import { variables } from './tidy/variables.ts';
import { wording } from './tidy/wording.ts';
import { staleConfigs } from './tsconfigs.ts';

const RULES: readonly Rule[] = [layers, purity, fileSizes, fileNames, goldenFiles, links, variables, wording];

const tree = readTree();
const errors = [
  ...RULES.flatMap((rule) => rule(tree)),
  ...staleConfigs().map((file) => `${file}: not what package.json says; run node tools/tsconfigs.ts`),
];
for (const error of errors) console.error(error);
console.log(`${tree.length} files, ${errors.length} errors`);
process.exitCode = errors.length ? 1 : 0;
