import { z } from 'zod';

/** Characters of the name of a user or a team at most. */
export const CALLER_CHARS_MAX = 200;

const name = z.string().min(1).max(CALLER_CHARS_MAX);

/** Who asks, as the gateway has found it. What is kept for one caller is kept under all of this. */
export const caller = z.object({
  user: name,
  team: name.nullable(),
  /** Whether this caller may decide for everyone. */
  admin: z.boolean(),
});
export type Caller = z.infer<typeof caller>;

/** Who asks where nobody is asked who they are: the one person of this machine. */
export const LOCAL_CALLER: Caller = { user: 'local', team: null, admin: true };
