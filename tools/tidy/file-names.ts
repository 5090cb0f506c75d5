import { isTypeScript, type Rule } from './rule.ts';

const DRAWERS = /(?:^|\/)(?:(?:utils?|helpers?|common|misc|shared)(?:\.tsx?$|\/)|types\.tsx?$)/;

/** Names say what is inside: kebab-case, no drawers, and every index lists what it exports. */
export const fileNames: Rule = (tree) =>
  tree
    .filter(({ path }) => isTypeScript(path))
    .flatMap(({ path, text }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const errors: string[] = [];
      if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.tsx?$/.test(name)) errors.push(`${path}: expected a kebab-case name`);
      if (DRAWERS.test(path)) errors.push(`${path}: a drawer; name it after what is inside`);
      if (/^export \* /m.test(text)) errors.push(`${path}: export * hides what is exported; list the names`);
      return errors;
    });
