import type { CampusService } from './campus-service.ts';
import type { Dice } from './seeded.ts';

const device = (random: Dice): string => random.pick(['laptop', 'laptop', 'laptop', 'phone', 'phone', 'tablet']);
const video = (random: Dice): object => ({ video: { id: `vid-${random.between(300, 420)}` } });

const stall = (random: Dice): object => {
  const of = device(random);
  return { ...video(random), playback: { device: of, stall_ms: random.between(200, of === 'phone' ? 3_900 : 2_800) } };
};

const playing = (random: Dice): object => ({
  ...video(random),
  playback: { device: device(random), bitrate_kbps: random.pick([800, 1600, 1600, 3200, 4800]) },
});

const exam = (random: Dice): object => ({ exam: { id: `ex-${random.between(510, 540)}` } });
const quiz = (random: Dice, easy: number): object => {
  const score = Math.min(100, random.between(15, 92) + easy);
  return {
    quiz: {
      id: `qz-${random.between(80, 140)}`,
      score,
      passed: score >= 60,
      attempt: random.pick([1, 1, 1, 2, 2, 3, 4]),
    },
  };
};

/** Lessons, quizzes and exams. */
export const CLASSROOM: Readonly<Record<string, CampusService>> = {
  'lesson-player': {
    app: 'classroom',
    release: '8.4.1',
    routes: ['/lessons/:id', '/lessons/:id/video', '/lessons/:id/progress'],
    database: 'redis',
    tables: ['progress', 'sessions'],
    calls: 'cdn.reelstream.example',
    events: [
      { event: 'playback.started', text: 'playback started', level: 'info', weight: 50, extra: playing },
      { event: 'playback.finished', text: 'lesson watched to the end', level: 'info', weight: 20, extra: playing },
      { event: 'playback.stalled', text: 'playback stalled, buffer empty', level: 'warning', weight: 14, extra: stall },
      {
        event: 'playback.failed',
        text: 'manifest could not be loaded',
        level: 'error',
        weight: 4,
        code: 'MANIFEST_404',
        extra: playing,
      },
      {
        event: 'playback.failed',
        text: 'cdn did not answer in time',
        level: 'error',
        weight: 2,
        code: 'UPSTREAM_TIMEOUT',
        extra: playing,
      },
    ],
  },
  'quiz-engine': {
    app: 'classroom',
    release: '3.9.0',
    routes: ['/quizzes/:id', '/quizzes/:id/answers'],
    database: 'postgresql',
    tables: ['quiz_attempts', 'questions'],
    events: [
      { event: 'quiz.opened', text: 'quiz opened', level: 'info', weight: 25 },
      {
        event: 'quiz.submitted',
        text: 'quiz submitted and scored',
        level: 'info',
        weight: 60,
        extra: (random, { course }) => quiz(random, course.length),
      },
      { event: 'quiz.save_failed', text: 'answers could not be saved', level: 'error', weight: 4, code: 'DB_DEADLOCK' },
    ],
  },
  'exam-hall': {
    app: 'classroom',
    release: '5.11.3',
    routes: ['/exams/:id/start', '/exams/:id/answers', '/exams/:id/submit'],
    database: 'postgresql',
    tables: ['exam_sittings', 'exam_sittings', 'exam_answers'],
    events: [
      { event: 'exam.started', text: 'exam started', level: 'info', weight: 40, extra: exam },
      {
        event: 'exam.submitted',
        text: 'exam submitted',
        level: 'info',
        weight: 34,
        extra: (random, { course }) => ({
          exam: {
            id: `ex-${random.between(510, 540)}`,
            score: Math.min(100, random.between(22, 90) + course.length),
            minutes_used: random.between(25, 121),
          },
        }),
      },
      { event: 'exam.time_low', text: 'only {2-10} minutes left', level: 'warning', weight: 10, extra: exam },
      {
        event: 'exam.camera_lost',
        text: 'camera stream lost',
        level: 'error',
        weight: 4,
        code: 'CAMERA_LOST',
        extra: exam,
      },
      {
        event: 'exam.save_failed',
        text: 'sitting could not be saved',
        level: 'critical',
        weight: 1,
        code: 'DB_DEADLOCK',
        extra: exam,
      },
    ],
  },
};
