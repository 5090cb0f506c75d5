import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT: string = join(import.meta.dirname, '..');

export interface Workspace {
  /** `packages/text` */
  readonly dir: string;
  /** `@clearspan/text` */
  readonly name: string;
  /** Directories of the workspaces in `dependencies`. */
  readonly needs: readonly string[];
  /** Directories of the workspaces in `devDependencies`: for its tests. */
  readonly testNeeds: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

/** Every workspace of the repository, by directory. */
export const workspaces = (): readonly Workspace[] => {
  const found = ['packages', 'services', 'apps', 'examples']
    .flatMap((top) => readdirSync(join(ROOT, top)).map((name) => `${top}/${name}`))
    .filter((dir) => existsSync(join(ROOT, dir, 'package.json')))
    .map((dir) => ({ dir, manifest: JSON.parse(readFileSync(join(ROOT, dir, 'package.json'), 'utf8')) as Manifest }));
  const dirOf = new Map(found.map(({ dir, manifest }) => [manifest.name, dir]));
  const dirs = (deps: Record<string, string> | undefined): string[] =>
    Object.keys(deps ?? {})
      .flatMap((name) => dirOf.get(name) ?? [])
      .sort();
  return found.map(({ dir, manifest }) => ({
    dir,
    name: manifest.name,
    needs: dirs(manifest.dependencies),
    testNeeds: dirs(manifest.devDependencies),
  }));
};
