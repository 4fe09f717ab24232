import { describe, expect, test } from 'vitest';
import { type ClosureFacts, closureChecklist } from './checklist.ts';

const done: ClosureFacts = {
  finalAssessment: 'signed',
  exitStepsWaiting: 0,
  conditions: { open: 0, kept: 1, notKept: 1 },
  handover: 'accepted',
  handoverReason: '',
  childFeedback: { words: 'It was all right. Sam listened.', notKnownReason: '' },
  parentFeedback: { words: '', notKnownReason: 'Mum did not want to say' },
  victimsTold: 'not-wanted',
  victimDutiesOpen: 0,
  isPoliceNoticeOwed: false,
  reviewsOpen: 0,
  appointmentsLeft: 0,
  recordGaps: [],
  summary: 'Boxing helped most',
};
const messages = (change: Partial<ClosureFacts>) =>
  closureChecklist({ ...done, ...change }).flatMap(({ isDone, sentence }) =>
    isDone ? [] : [sentence],
  );

describe('before the work ends', () => {
  test('everything done leaves nothing to do', () => {
    expect(closureChecklist(done).every((row) => row.isDone)).toBe(true);
  });

  test('what became of the conditions is told, or that there was none', () => {
    const said = (kept: number, notKept: number) =>
      closureChecklist({ ...done, conditions: { open: 0, kept, notKept } }).find(
        ({ id }) => id === 'conditions-said',
      )?.sentence;
    expect(said(2, 1)).toBe('Kept: 2. Not kept: 1');
    expect(said(0, 1)).toBe('Kept: 0. Not kept: 1');
    expect(said(0, 0)).toBe('No condition');
  });

  test('the final judgements are signed, not only submitted', () => {
    expect(messages({ finalAssessment: 'submitted' })).toEqual(['Get the final assessment signed']);
  });

  test('a hand-over that was declined or not needed says why', () => {
    expect(messages({ handover: 'not-decided' })).toHaveLength(1);
    expect(messages({ handover: 'declined' })).toEqual(['Enter why the hand-over was declined']);
    expect(messages({ handover: 'not-needed', handoverReason: 'School and Nan carry on' })).toEqual(
      [],
    );
  });

  test('the child was asked what they thought, or there is a reason', () => {
    expect(messages({ childFeedback: { words: ' ', notKnownReason: '' } })).toEqual([
      'Enter what the child thought, or why it is not known',
    ]);
  });

  test('what is not in the way is never called done where nothing was', () => {
    const rows = new Map(
      closureChecklist({
        ...done,
        victimsTold: 'no-victim',
        handover: 'not-needed',
        handoverReason: 'Nobody carries on',
        childFeedback: { words: '', notKnownReason: 'Moved away' },
      }).map(({ id, sentence }) => [id, sentence]),
    );
    expect(
      (['police-told', 'victims-told', 'hand-over', 'child-feedback', 'reviews-held'] as const).map(
        (id) => rows.get(id),
      ),
    ).toEqual([
      'Nothing is owed to police',
      'Nobody harmed is on the record',
      'Not needed',
      'Not known, and why is written',
      'None is open',
    ]);
  });

  test('police are told when the outcome says so', () => {
    expect(messages({ isPoliceNoticeOwed: true })).toEqual([
      'Tell police how it ended, and keep the proof',
    ]);
  });

  test('victims are told, or did not want to be, or there is none', () => {
    expect(messages({ victimsTold: 'not-done' })).toHaveLength(1);
    expect(messages({ victimsTold: 'no-victim' })).toEqual([]);
  });

  test('a tick does not tell victims while the victim worker still owes them something', () => {
    expect(messages({ victimsTold: 'done', victimDutiesOpen: 2 })).toEqual([
      'Ask the victim worker to finish what those harmed have a right to: 2 still open',
    ]);
  });

  test('gaps, waiting exit steps and open reviews are named', () => {
    expect(
      messages({
        recordGaps: ['school at the end', 'ethnicity'],
        exitStepsWaiting: 2,
        reviewsOpen: 1,
        appointmentsLeft: 2,
      }),
    ).toEqual([
      'Follow up the exit steps that wait for an answer: 2',
      'Hold the open reviews: 1',
      'Call off what is still planned with the child: 2',
      'Fill in: school at the end, ethnicity',
    ]);
  });
});
