/** Where a server is and who asks. The password stands in no text that is shown. */
export interface ServerAddress {
  /** With neither user nor password. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

export type ServerAddressOutcome =
  | { readonly ok: true; readonly address: ServerAddress }
  | { readonly ok: false; readonly fault: string };

const EXPECTED = 'expected http://host:port or https://host:port of a ClickHouse server';
const fault = (found: string): ServerAddressOutcome => ({ ok: false, fault: `${EXPECTED}, found ${found}` });

/** Reads an address that may have user and password in it; those given beside it come first. */
export const readServerAddress = (
  text: string,
  { user, password }: { readonly user?: string | undefined; readonly password?: string | undefined },
): ServerAddressOutcome => {
  // The text is not repeated: it may have a password.
  if (!URL.canParse(text)) return fault('what is no address');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return fault(`the scheme ${url.protocol.slice(0, -1)}`);
  // The client would take a path for the name of a database.
  if (url.pathname !== '/') return fault('a path');
  if (url.search !== '' || url.hash !== '') return fault('a query or a fragment');
  return {
    ok: true,
    address: {
      url: url.origin,
      username: user ?? (decodeURIComponent(url.username) || 'default'),
      password: password ?? decodeURIComponent(url.password),
    },
  };
};
