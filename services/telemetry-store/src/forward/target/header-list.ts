export type HeaderList =
  | { readonly ok: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly message: string };

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** They say what the body is, or belong to the connection. */
const OWN: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export const isHeaderValue = (text: string): boolean => VALUE.test(text);

/** Null where the escapes are not those of a URL. */
const unescaped = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

const refused = (message: string): HeaderList => ({ ok: false, message });

/** Headers written `key=value,key=value`, with escapes in values as in a URL: the form of `OTEL_EXPORTER_OTLP_HEADERS`. */
export const parseHeaderList = (text: string): HeaderList => {
  const headers: Record<string, string> = {};
  const parts = text.split(',').filter((part) => part.trim() !== '');
  for (const [index, part] of parts.entries()) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim().toLowerCase();
    const value = unescaped(part.slice(at + 1).trim());
    if (!NAME.test(name)) return refused(`expected key=value,…, with the name of a header in part ${index + 1}`);
    if (OWN.has(name)) return refused(`expected headers that the store does not set itself, as it does ${name}`);
    if (value === null || !VALUE.test(value))
      return refused(`expected characters of a header, escaped as in a URL, in the value of part ${index + 1}`);
    headers[name] = value;
  }
  return { ok: true, headers };
};
