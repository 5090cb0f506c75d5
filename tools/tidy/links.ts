import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { ROOT } from '../workspaces.ts';
import type { Rule } from './rule.ts';

const anchorsOf = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/^#+\s+(.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );

/** Relative links in Markdown lead to a file, and to a heading where they name one. */
export const links: Rule = (tree) => {
  const texts = new Map(tree.map(({ path, text }) => [path, text]));
  return tree
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .flatMap((target) => {
          const [file = '', anchor] = target.split('#');
          const to = file === '' ? path : normalize(join(dirname(path), file));
          if (!existsSync(join(ROOT, to))) return [`${path}: no file at ${target}`];
          const body = texts.get(to);
          return anchor && body && !anchorsOf(body).has(anchor) ? [`${path}: no heading at ${target}`] : [];
        }),
    );
};
