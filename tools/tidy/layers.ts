import { BROWSER, layerOf, SAME_LAYER } from '../layers.ts';
import { type Workspace, workspaces } from '../workspaces.ts';
import { importsOf, isTypeScript, type Rule, workspaceOf } from './rule.ts';

const allowed = (from: string, to: string): boolean =>
  from === BROWSER.workspace
    ? BROWSER.may.includes(to)
    : layerOf(to) < layerOf(from) || SAME_LAYER.some(([a, b]) => a === from && b === to);

const dependencyErrors = (all: readonly Workspace[]): string[] =>
  all.flatMap(({ dir, needs }) =>
    needs.filter((to) => !allowed(dir, to)).map((to) => `${dir}/package.json: ${dir} may not depend on ${to}`),
  );

/** A workspace imports only what its package.json names; the sources never what only tests may. */
const importErrors: Rule = (tree) => {
  const all = workspaces();
  const byDir = new Map(all.map((w) => [w.dir, w]));
  const dirOf = new Map(all.map((w) => [w.name, w.dir]));
  return tree
    .filter((file) => isTypeScript(file.path))
    .flatMap(({ path, text }) => {
      const own = byDir.get(workspaceOf(path) ?? '');
      if (!own) return [];
      const isSource = path.startsWith(`${own.dir}/src/`);
      return importsOf(text)
        .map((name) => dirOf.get(name.split('/').slice(0, 2).join('/')))
        .filter((to) => to !== undefined && to !== own.dir && !own.needs.includes(to))
        .filter((to) => isSource || !own.testNeeds.includes(to as string))
        .map((to) => `${path}: imports ${to}, which its package.json does not name`);
    });
};

export const layers: Rule = (tree) => [...dependencyErrors(workspaces()), ...importErrors(tree)];
