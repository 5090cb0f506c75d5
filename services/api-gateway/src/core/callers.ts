import { CALLER_CHARS_MAX, type Caller, LOCAL_CALLER } from '@clearspan/contracts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface CallerSettings {
  /** Header in which a proxy says who asks; empty: everyone is the one person of this machine. */
  readonly userHeader: string;
  /** Header in which it says of which team; empty: there are no teams. */
  readonly teamHeader: string;
  readonly admins: readonly string[];
}

/** Who asks; null where it is to be said and is not. */
export type CallerOf = (headers: Headers) => Caller | null;

const nameIn = (headers: Headers, header: string): string | null => {
  const value = header === '' ? undefined : headers[header];
  const name = typeof value === 'string' ? value.trim() : '';
  return name === '' || name.length > CALLER_CHARS_MAX ? null : name;
};

/** Callers as a proxy before the gateway has found them. Whoever reaches the gateway past the proxy may say anything. */
export const createCallers = ({ userHeader, teamHeader, admins }: CallerSettings): CallerOf => {
  if (userHeader === '') return () => LOCAL_CALLER;
  return (headers) => {
    const user = nameIn(headers, userHeader.toLowerCase());
    if (user === null) return null;
    return { user, team: nameIn(headers, teamHeader.toLowerCase()), admin: admins.includes(user) };
  };
};
