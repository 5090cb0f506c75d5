import { LEARNING_LIMITS, type LearnedLesson, type LearnedRecord, type LearnedStored } from '@clearspan/contracts';
import type { LearnedEvidenceTable, LearnedTable, RecordTables } from '@clearspan/records-sql';
import type { Kysely, Selectable } from 'kysely';
import type { Records } from '../core/records.ts';
import type { RecordsContext } from './context.ts';
import { keepNewest } from './keep-newest.ts';
import { type LearnedRow, recordOf, sameAs, withEvidence } from './learned-rows.ts';

type EvidenceRow = Selectable<LearnedEvidenceTable>;

const DAY_MS = 86_400_000;
/** Records that one answer lists. */
const LISTED_MAX = 3 * LEARNING_LIMITS.entriesPerOwnerMax;

type Db = Kysely<RecordTables>;
type Place = Pick<LearnedTable, 'scope' | 'owner' | 'kind' | 'same_as'>;
type Content = Pick<LearnedTable, 'content' | 'origin'>;
interface Now {
  readonly at: string;
  readonly by: string;
  readonly newId: () => string;
}

const rowAt = (db: Db, { scope, owner, kind, same_as }: Place): Promise<LearnedRow | undefined> =>
  db
    .selectFrom('learned')
    .selectAll()
    .where('scope', '=', scope)
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('same_as', '=', same_as)
    .executeTakeFirst();

const countOf = async (db: Db, { scope, owner }: Place): Promise<number> => {
  const row = await db
    .selectFrom('learned')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('scope', '=', scope)
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

/** The row of a place, made or active again; null where its owner has as many as may be. */
const put = async (db: Db, place: Place, content: Content, { at, by, newId }: Now): Promise<LearnedRow | null> => {
  const there = await rowAt(db, place);
  const changed = {
    content: content.content,
    origin: content.origin,
    active: 1,
    learned_at: at,
    changed_at: at,
    changed_by: by,
  };
  if (there === undefined) {
    if ((await countOf(db, place)) >= LEARNING_LIMITS.entriesPerOwnerMax) return null;
    return db
      .insertInto('learned')
      .values({ ...place, ...changed, id: newId() })
      .returningAll()
      .executeTakeFirstOrThrow();
  }
  return db.updateTable('learned').set(changed).where('id', '=', there.id).returningAll().executeTakeFirstOrThrow();
};

/** Whether a user has taught as much within a day as one may. */
const isTooOften = async (db: Db, user: string, at: string): Promise<boolean> => {
  const since = new Date(Date.parse(at) - DAY_MS).toISOString();
  const row = await db
    .selectFrom('learned_evidence')
    .innerJoin('learned', 'learned.id', 'learned_evidence.learned_id')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('learned.scope', '=', 'user')
    .where('given_by', '=', user)
    .where('given_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.n) >= LEARNING_LIMITS.correctionsPerUserPerDayMax;
};

/** What the users of a team, who have not undone it, have given for one lesson. */
const evidenceIn = (db: Db, team: string, { kind, same_as }: Place): Promise<EvidenceRow[]> =>
  db
    .selectFrom('learned_evidence')
    .innerJoin('learned', 'learned.id', 'learned_evidence.learned_id')
    .selectAll('learned_evidence')
    .where('given_in', '=', team)
    .where('learned.scope', '=', 'user')
    .where('learned.kind', '=', kind)
    .where('learned.same_as', '=', same_as)
    .where('learned.active', '=', 1)
    .orderBy('learned_evidence.seq')
    .execute();

const give = async (
  db: Db,
  learnedId: string,
  rows: readonly Omit<EvidenceRow, 'seq' | 'learned_id'>[],
): Promise<number> => {
  let newest = 0;
  for (const { feedback_id, question, before_query, after_query, given_by, given_in, given_at } of rows) {
    const row = { feedback_id, question, before_query, after_query, given_by, given_in, given_at };
    const { seq } = await db
      .insertInto('learned_evidence')
      .values({ ...row, learned_id: learnedId })
      .returning('seq')
      .executeTakeFirstOrThrow();
    newest = Number(seq);
  }
  return newest;
};

/** Lets a lesson count for the team that has just given it, once enough of its users have. */
const putForTeam = async (
  db: Db,
  { team }: LearnedLesson['caller'],
  own: LearnedRow,
  now: Now,
): Promise<LearnedRow | null> => {
  if (team === null) return null;
  const place: Place = { scope: 'team', owner: team, kind: own.kind, same_as: own.same_as };
  const given = await evidenceIn(db, team, place);
  if (new Set(given.map(({ given_by }) => given_by)).size < LEARNING_LIMITS.teamUsersMin) return null;
  const there = await rowAt(db, place);
  // What the team has undone stays so until one of them redoes it.
  if (there !== undefined && Number(there.active) === 0) return null;
  const row = await put(db, place, own, now);
  if (row !== null) await give(db, row.id, there === undefined ? given : given.slice(-1));
  return row;
};

const learnIn = async (
  db: Db,
  lesson: LearnedLesson,
  now: Now,
): Promise<LearnedStored & { readonly newest: number }> => {
  const { caller, content, origin, evidence } = lesson;
  if (await isTooOften(db, caller.user, now.at)) return { records: [], refused: 'rate', newest: 0 };
  const place: Place = { scope: 'user', owner: caller.user, kind: content.kind, same_as: sameAs(lesson.key) };
  const own = await put(db, place, { content: JSON.stringify(content), origin }, now);
  if (own === null) return { records: [], refused: 'full', newest: 0 };
  const { feedback_id, question, before, after } = evidence;
  const given = { feedback_id, question, before_query: before, after_query: after };
  const newest = await give(db, own.id, [{ ...given, given_by: caller.user, given_in: caller.team, given_at: now.at }]);
  const shared = await putForTeam(db, caller, own, now);
  return { records: await withEvidence(db, shared === null ? [own] : [own, shared]), refused: null, newest };
};

const promoteIn = async (db: Db, id: string, now: Now): Promise<LearnedRow | null> => {
  const from = await db.selectFrom('learned').selectAll().where('id', '=', id).executeTakeFirst();
  if (from === undefined) return null;
  const place: Place = { scope: 'global', owner: '', kind: from.kind, same_as: from.same_as };
  const isNew = (await rowAt(db, place)) === undefined;
  const row = await put(db, place, { content: from.content, origin: from.origin }, now);
  if (row === null || !isNew) return row;
  const given = await db
    .selectFrom('learned_evidence')
    .selectAll()
    .where('learned_id', '=', id)
    .orderBy('seq')
    .execute();
  await give(db, row.id, given.slice(-LEARNING_LIMITS.evidencePerEntryMax));
  return row;
};

type LearnedRecords = Pick<Records, 'learn' | 'learned' | 'learnedRecord' | 'setLearned' | 'promoteLearned'>;

export const learnedRecords = (context: RecordsContext): LearnedRecords => {
  const { db, now, newId } = context;
  const one = async (row: LearnedRow | null | undefined): Promise<LearnedRecord | null> =>
    (await withEvidence(db, row ? [row] : []))[0] ?? null;
  return {
    learn: async (lesson) => {
      const at = { at: now(), by: lesson.caller.user, newId };
      const { newest, ...stored } = await db.transaction().execute((inner) => learnIn(inner, lesson, at));
      await keepNewest(context, 'learned_evidence', newest);
      return stored;
    },
    learned: async ({ user, team }, { all, evidence }) => {
      const every = db.selectFrom('learned').selectAll().orderBy('changed_at', 'desc').orderBy('seq', 'desc');
      const rows = await (all
        ? every
        : every.where((is) =>
            is.or([
              is.and([is('scope', '=', 'user'), is('owner', '=', user)]),
              ...(team === null ? [] : [is.and([is('scope', '=', 'team'), is('owner', '=', team)])]),
              is('scope', '=', 'global'),
            ]),
          )
      )
        .limit(LISTED_MAX)
        .execute();
      return evidence ? withEvidence(db, rows) : rows.map((row) => recordOf(row, []));
    },
    learnedRecord: async (id) =>
      one(await db.selectFrom('learned').selectAll().where('id', '=', id).executeTakeFirst()),
    setLearned: async (id, active, by) =>
      one(
        await db
          .updateTable('learned')
          .set({ active: active ? 1 : 0, changed_at: now(), changed_by: by })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst(),
      ),
    promoteLearned: async (id, by) =>
      one(await db.transaction().execute((inner) => promoteIn(inner, id, { at: now(), by, newId }))),
  };
};
