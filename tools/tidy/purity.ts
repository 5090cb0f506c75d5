import { PURE } from '../layers.ts';
import { importsOf, type Rule, workspaceOf } from './rule.ts';

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\(|\bnew Date\(\)/, 'reads the clock'],
  [/\bMath\.random\(|\bcrypto\./, 'draws randomness'],
  [/\bprocess\.(?:env|argv|cwd|exit|hrtime|memoryUsage|std\w+)\b|\bglobalThis\./, 'reads the process'],
  [/\bsetTimeout\(|\bsetInterval\(|\bperformance\./, 'uses a timer'],
  [/\bfetch\(/, 'uses the network'],
];

/** Pure packages take time, randomness and I/O as arguments. The compiler sees missing types; this sees the rest. */
export const purity: Rule = (tree) =>
  tree
    .filter(({ path }) => PURE.includes(workspaceOf(path) ?? '') && /\/src\/.*\.ts$/.test(path))
    .flatMap(({ path, text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
      return [
        ...importsOf(text)
          .filter((name) => name.startsWith('node:'))
          .map((name) => `${path}: imports ${name}`),
        ...IMPURE.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${path}: ${what}`),
      ];
    });
