import type { CampusService } from './campus-service.ts';
import type { Dice } from './seeded.ts';

const exam = (random: Dice): object => ({ exam: { id: `ex-${random.between(510, 540)}` } });
const flag = (random: Dice): object => ({
  ...exam(random),
  proctor: {
    reason: random.pick([
      'tab_switch',
      'tab_switch',
      'tab_switch',
      'second_face',
      'second_face',
      'phone_seen',
      'no_face',
    ]),
    confidence: random.between(40, 100) / 100,
  },
});

const upload = (random: Dice): object => ({
  assignment: {
    id: `as-${random.between(900, 960)}`,
    late: random.chance(0.17),
    size_kb: random.chance(0.1) ? random.between(20_000, 98_000) : random.between(30, 9_000),
    format: random.pick(['pdf', 'pdf', 'pdf', 'docx', 'zip', 'ipynb']),
  },
});

/** What is looked at after it was handed in, and the forum. */
export const REVIEWING: Readonly<Record<string, CampusService>> = {
  'proctor-watch': {
    app: 'classroom',
    release: '1.7.2',
    routes: [],
    queue: 'proctor.frames',
    database: 'mongodb',
    tables: ['frames', 'flags'],
    events: [
      { event: 'proctor.checked', text: 'frames checked, nothing found', level: 'info', weight: 50, extra: exam },
      { event: 'proctor.flagged', text: 'exam flagged for review', level: 'warning', weight: 30, extra: flag },
      {
        event: 'proctor.failed',
        text: 'model answered nothing',
        level: 'error',
        weight: 4,
        code: 'MODEL_EMPTY',
        extra: exam,
      },
    ],
  },
  'grading-worker': {
    app: 'classroom',
    release: '2.2.6',
    routes: [],
    queue: 'grading.jobs',
    database: 'postgresql',
    tables: ['assignments', 'grades'],
    events: [
      { event: 'assignment.uploaded', text: 'assignment handed in', level: 'info', weight: 50, extra: upload },
      {
        event: 'assignment.graded',
        text: 'grade given',
        level: 'info',
        weight: 36,
        extra: (random, { school }) => ({
          grade: { points: random.between(20, 101), wait_minutes: random.between(20, 1_500) + school.length * 40 },
        }),
      },
      {
        event: 'assignment.rejected',
        text: 'upload too large, limit is 100 MB',
        level: 'warning',
        weight: 12,
        code: 'UPLOAD_TOO_LARGE',
        extra: (random) => ({
          assignment: { id: `as-${random.between(900, 960)}`, size_kb: random.between(102_401, 480_000) },
        }),
      },
      {
        event: 'assignment.scan_failed',
        text: 'plagiarism scan did not answer',
        level: 'error',
        weight: 4,
        code: 'UPSTREAM_TIMEOUT',
      },
    ],
    calls: 'scan.copycheck.example',
  },
  forum: {
    app: 'classroom',
    release: '4.0.4',
    routes: ['/forum/threads', '/forum/threads/:id', '/forum/posts'],
    database: 'mongodb',
    tables: ['threads', 'posts'],
    events: [
      {
        event: 'post.created',
        text: 'post created',
        level: 'info',
        weight: 55,
        extra: (random) => ({ post: { id: `p-${random.between(6000, 9000)}`, words: random.between(4, 400) } }),
      },
      {
        event: 'post.reported',
        text: 'post reported by a reader',
        level: 'warning',
        weight: 14,
        extra: (random) => ({
          post: {
            id: `p-${random.between(6000, 9000)}`,
            reported_for: random.pick(['spam', 'spam', 'abuse', 'cheating']),
          },
        }),
      },
      { event: 'post.rejected', text: 'post could not be indexed', level: 'error', weight: 3, code: 'INDEX_DOWN' },
    ],
  },
};
