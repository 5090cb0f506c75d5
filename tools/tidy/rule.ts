/** A file of the repository, by its path from the root with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Reports what is wrong as `path: what`, one line each. Never throws on content. */
export type Rule = (tree: readonly SourceFile[]) => string[];

/** `packages/text` of `packages/text/src/span.ts`; null outside a workspace. */
export const workspaceOf = (path: string): string | null =>
  /^(?:packages|services|apps|examples)\/[^/]+/.exec(path)?.[0] ?? null;

export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path);

/** Module names in `import … from '…'`, `export … from '…'` and `import('…')`. */
export const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
