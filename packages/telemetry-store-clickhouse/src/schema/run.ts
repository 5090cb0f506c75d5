/** Runs one statement of our own and returns its rows. */
export type Run = (sql: string) => Promise<readonly (readonly unknown[])[]>;
