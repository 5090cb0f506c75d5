import { CASE_FORMS, CASE_PAGES, EXTRACTOR_PAGES, EXTRACTORS } from '@clearspan/dataprime';
import type { ExampleEngine } from './example-engine.ts';
import { block, code, list, page, table } from './markdown.ts';
import { queryExample } from './query-example.ts';

const EXTRACTORS_ALSO = ['[extract](../commands/extract.md)', '[all extractors](README.md)'].join(' · ');

const extractorPage = (engine: ExampleEngine, { name, parameters, summary }: (typeof EXTRACTORS)[number]): string => {
  const told = EXTRACTOR_PAGES[name];
  if (told === undefined) throw new Error(`no page of the extractor ${name}`);
  const rows = parameters.map((written) => {
    const [argument = '', fallback = ''] = written.split(/=(.*)/s);
    const [takes = '', doc = ''] = told.parameters[argument] ?? [];
    return [code(argument), takes, fallback === '/…/' ? 'yes' : `${code(fallback)} where left out`, doc];
  });
  return page(
    name,
    [`${summary}.`, block('', `extract e into key using ${name}(${parameters.join(', ')})`)],
    [
      { title: 'Arguments', parts: [table(['name', 'takes', 'needed', 'what it is'], rows)] },
      { title: 'What to know', parts: [list([told.result, ...told.notes])] },
      { title: 'Examples', parts: told.queries.map((query) => queryExample(engine, query)) },
      { title: 'See also', parts: [EXTRACTORS_ALSO] },
    ],
  );
};

const casePage = (engine: ExampleEngine, form: (typeof CASE_FORMS)[number]): string => {
  const { summary, syntax, notes, queries } = CASE_PAGES[form];
  const others = CASE_FORMS.filter((other) => other !== form).map((other) => `[${other}](${other}.md)`);
  return page(
    form,
    [summary, block('', syntax)],
    [
      { title: 'What to know', parts: [list([...notes, 'It is an expression, and stands wherever one may stand.'])] },
      { title: 'Examples', parts: queries.map((query) => queryExample(engine, query)) },
      {
        title: 'See also',
        parts: [[...others, '[if](../functions/general/if.md)', '[all forms](README.md)'].join(' · ')],
      },
    ],
  );
};

/** Pages of extractors and of the forms of `case`, by their files in `docs/language`. */
export const formPages = (engine: ExampleEngine): readonly (readonly [file: string, text: string])[] => [
  [
    'extractors/README.md',
    page('Extractors', [
      '[extract](../commands/extract.md) reads a text by one of these.',
      table(
        ['extractor', 'reads'],
        EXTRACTORS.map(({ name, summary }) => [`[${name}](${name}.md)`, summary]),
      ),
    ]),
  ],
  ...EXTRACTORS.map((extractor) => [`extractors/${extractor.name}.md`, extractorPage(engine, extractor)] as const),
  [
    'cases/README.md',
    page('Cases', [
      'Expressions that choose one of several values.',
      table(
        ['form', 'value'],
        CASE_FORMS.map((form) => [`[${form}](${form}.md)`, CASE_PAGES[form].summary]),
      ),
    ]),
  ],
  ...CASE_FORMS.map((form) => [`cases/${form}.md`, casePage(engine, form)] as const),
];
