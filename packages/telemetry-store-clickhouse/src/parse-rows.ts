export interface ParsedRows {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Reads JSONCompactEachRowWithNamesAndTypes: a line of names, a line of types, a line per row. */
export const parseRows = (bytes: Uint8Array): ParsedRows => {
  const text = new TextDecoder().decode(bytes);
  // Line feeds inside values are escaped, so a line is a row; one array is parsed faster than many lines.
  const lines = text.trimEnd();
  if (lines === '') return { columns: [], rows: [] };
  const [names, types, ...rows] = JSON.parse(`[${lines.replaceAll('\n', ',')}]`) as [
    string[],
    string[],
    ...unknown[][],
  ];
  return { columns: names.map((name, i) => ({ name, type: types[i] ?? '' })), rows };
};
