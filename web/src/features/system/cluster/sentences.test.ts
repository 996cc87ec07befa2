import { describe, expect, it } from 'vitest';
import { someLease, someNode, someView } from './sample';
import { behindOf, describeMesh, handoverOutcome, listOf, sharedSentence, staleSentence, unansweredSentence } from './sentences';

const applied = (behind: number | null, timeline = 1) => someNode('b', { applied: [{ scope: 'access', timeline, version: 1, behind }] });

it('says how far a node is behind, in words', () => {
  expect(behindOf(applied(0))).toEqual([]);
  expect(behindOf(applied(1))).toEqual(['1 change behind in access']);
  expect(behindOf(applied(1_234))).toEqual(['1,234 changes behind in access']);
  expect(behindOf(applied(null, 2))).toEqual(['access from before a failover (timeline 2)']);
  expect(behindOf(applied(null, 0))).toEqual(['nothing of access yet']);
  expect(behindOf(someNode('b', { applied: [] }))).toEqual(['nothing yet']);
});

it('says how many reads were stale', () => {
  expect(staleSentence({ ...someView.consistency, stale: 2 })).toBe('Stale reads older than 1 s: 2 of 12,345.');
  expect(staleSentence({ ...someView.consistency, checked: 0 })).toBe('Stale reads older than 1 s: none compared yet.');
  expect(unansweredSentence({ ...someView.consistency, unanswered: 1 })).toMatch(/^1 question was not/);
  expect(unansweredSentence({ ...someView.consistency, unanswered: 2 })).toMatch(/^2 questions were not/);
});

it('tells the picture in words', () => {
  expect(describeMesh(someView)).toBe('a: answers you. b: linked. c: over 2 links. Links: a to b and b to c.');
  expect(describeMesh({ ...someView, nodes: [someNode('a')], mesh: { ...someView.mesh, links: [] } })).toMatch(/There are no links\.$/);
});

it('lists and names', () => {
  expect([listOf([]), listOf(['a']), listOf(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  expect(sharedSentence('b', [4, 9])).toBe('2 live nodes call themselves b: incarnations 4 and 9.');
});

describe('a handover', () => {
  const taken = { ...someLease, holder: 'b', epoch: 4 };
  const done = { lease: taken, tookMilliseconds: 40.3 };
  const late = { lease: { ...someLease, handover_to: 'b' }, tookMilliseconds: 4_000 };

  it('is done as soon as it is answered, also while the page still shows who had it before', () => {
    const sentence = 'b has housekeeping after 40 ms.';
    expect(handoverOutcome(done, 'b', someLease)).toEqual({ done: true, sentence });
    expect(handoverOutcome(done, 'b', taken)).toEqual({ done: true, sentence });
  });

  it('is no longer told when somebody has taken the duty since', () => {
    expect(handoverOutcome(done, 'b', { ...taken, holder: 'c', epoch: 5 })).toBeUndefined();
    expect(handoverOutcome(late, 'b', { ...someLease, holder: 'c', epoch: 5 })).toBeUndefined();
  });

  it('that takes longer than the server waits says so, and is told when it comes', () => {
    expect(handoverOutcome(late, 'b', someLease)).toEqual({ done: false, sentence: 'b has not taken housekeeping yet.' });
    expect(handoverOutcome(late, 'b', taken)).toEqual({ done: true, sentence: 'b has housekeeping now.' });
  });
});
