import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ddl, type RowBatch, rowStructure, TABLES, tableBatches } from '../../src/index.ts';

export interface Engine {
  run(sql: string): Promise<void>;
  /** 64-bit integers as text. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  insert(batch: RowBatch): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly text?: string;
  readonly error?: string;
}

const asker = (child: ChildProcess): ((sql: string, format: string) => Promise<string>) => {
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.once('exit', (code) => {
    for (const [id, settle] of waiting) settle({ id, error: `the engine exited with ${code}` });
  });
  return async (sql, format) => {
    const id = ++last;
    const answer = new Promise<Answer>((settle) => waiting.set(id, settle));
    child.send({ id, sql, format });
    const { text, error } = await answer;
    if (error !== undefined) throw new Error(`${error}\n${sql}`);
    return text ?? '';
  };
};

/** A real engine in a process of its own, with the tables made and no retention. */
export const openEngine = async (): Promise<Engine> => {
  const path = await mkdtemp(join(tmpdir(), 'rows-'));
  const child = fork(new URL('./engine-child.ts', import.meta.url), [join(path, 'data')], { execArgv: [] });
  const ask = asker(child);
  const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  let files = 0;
  for (const statement of ddl({ retentionDays: null })) await ask(statement, 'TSV');
  return {
    run: async (sql) => void (await ask(sql, 'TSV')),
    rows: async (sql) => {
      const text = await ask(`${sql} SETTINGS output_format_json_quote_64bit_integers = 1`, 'JSONEachRow');
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    insert: async (batch) => {
      for (const { table, bytes } of tableBatches(batch)) {
        const file = join(path, `${++files}.bin`);
        await writeFile(file, bytes);
        const source = `file(${literal(file)}, 'RowBinary', ${literal(rowStructure(TABLES[table]))})`;
        await ask(`INSERT INTO otel.${table} SELECT * FROM ${source}`, 'TSV');
      }
    },
    close: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
      await rm(path, { recursive: true, force: true });
    },
  };
};
