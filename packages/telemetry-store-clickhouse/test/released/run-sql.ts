import { readFileSync } from 'node:fs';
import { Session } from 'chdb';

/** `node run-sql.ts DIRECTORY FILE`: runs the statements of a file, in a process of its own as the engine wants it. */
const [, , directory = '', file = ''] = process.argv;
const session = new Session(directory);
for (const statement of readFileSync(file, 'utf8').split(/;\n/)) if (statement.trim() !== '') session.query(statement);
session.close();
