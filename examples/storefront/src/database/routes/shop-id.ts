import { z } from 'zod';

const expected = ({ input }: { readonly input?: unknown }): string =>
  `expected a whole number from 1 to ${Number.MAX_SAFE_INTEGER}, found ${JSON.stringify(input)}`;

/** The id in a path. */
export const shopId = z.object({
  id: z
    .string()
    .refine((text) => /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)), { error: expected })
    .transform(Number),
});
