/** Runs statements in the engine for the test that forked it; the engine must not share a process with a test runner. */
import { Session } from 'chdb';

const session = new Session(process.argv[2] as string);

process.on('message', ({ id, sql, format }: { id: number; sql: string; format: string }) => {
  try {
    process.send?.({ id, text: String(session.query(sql, format)) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => {
  session.close();
  process.exit(0);
});
