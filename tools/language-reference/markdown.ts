/** Pieces of Markdown, without a line end at their end. */

/** Code in a line, whatever back-ticks it holds. */
export const code = (text: string): string => {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(runs.length === 0 ? 1 : Math.max(...runs) + 1);
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${blank}${text}${blank}${fence}`;
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map((row) => `| ${row.join(' | ')} |`).join('\n');

export const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

export interface Section {
  readonly title: string;
  /** Paragraphs, tables and blocks; without any the section is left out. */
  readonly parts: readonly string[];
}

/** Says in the first line where the page comes from: who edits it finds out before the work is lost. */
const NOTICE = '<!-- Written by tools/language-reference.ts from the tables of the language. -->';

export const page = (title: string, lead: readonly string[], sections: readonly Section[] = []): string => {
  const bodies = sections
    .filter(({ parts }) => parts.length > 0)
    .flatMap(({ title: heading, parts }) => [`## ${heading}`, ...parts]);
  return `${[NOTICE, `# ${title}`, ...lead, ...bodies].join('\n\n')}\n`;
};
