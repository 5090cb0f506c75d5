import { check, type JsonValue, parse, TIME_SPECIFIERS } from '@clearspan/dataprime';
import { code, page, table } from './markdown.ts';

const MOMENT = "@'2024-03-05T07:08:09.25'";
const printed = (specifier: string): string => `formatTimestamp(${MOMENT}, '%${specifier}')`;

/** What has to be computed for the page. */
export const TIME_FORMAT_EXPRESSIONS: readonly string[] = Object.keys(TIME_SPECIFIERS).map(printed);

const isReadable = (specifier: string): boolean =>
  check(parse(`choose parseTimestamp('x', '%${specifier}') as r`)).diagnostics.length === 0;

export const timeFormatsPage = (values: ReadonlyMap<string, JsonValue>): string =>
  page('Patterns of times', [
    'A pattern of [formatTimestamp](functions/time/formatTimestamp.md) and [parseTimestamp](functions/time/parseTimestamp.md) is text with specifiers, those of strftime. A specifier that is not listed is refused (`DP4001`); so is one in `parseTimestamp` that is only printed.',
    `The values are those of \`${MOMENT}\` in UTC.`,
    table(
      ['specifier', 'stands for', 'value', 'read back'],
      Object.entries(TIME_SPECIFIERS).map(([specifier, says]) => [
        code(`%${specifier}`),
        says,
        code(JSON.stringify(values.get(printed(specifier)) ?? null)),
        isReadable(specifier) ? 'yes' : 'no',
      ]),
    ),
  ]);
