import type { Rule } from './rule.ts';

const DOCS = 'docs/configuration.md';

/** Every variable a process reads is documented, and nothing is documented that no process reads. */
export const variables: Rule = (tree) => {
  const docs = tree.find(({ path }) => path === DOCS)?.text ?? '';
  const documented = new Set([...docs.matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map(([, name]) => name as string));
  const sources = tree.filter(({ path }) => /^(?:services|packages|apps|examples)\/.*\/src\/.*\.ts$/.test(path));
  const read = sources
    .filter(({ path }) => /^(?:services\/[^/]+|examples\/[^/]+)\/src\/(?:[^/]+\/)?config\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => ({ path, name: name as string })),
    );
  const missing = read
    .filter(({ name }) => !documented.has(name))
    .map(({ path, name }) => `${path}: ${name} is not in ${DOCS}`);
  const code = sources.map(({ text }) => text).join('\n');
  const stale = [...documented].filter((name) => !code.includes(name)).map((name) => `${DOCS}: nothing reads ${name}`);
  return [...missing, ...stale];
};
