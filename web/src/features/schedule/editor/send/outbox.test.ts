import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, unreachable } from '@/api/problem';
import type { EditAnswer } from '@/api/schedules';
import type { PlanBreach } from '@/api/types';
import { Outbox, type Kept, type Outside } from './outbox';

const done = (breaches: PlanBreach[] = []): EditAnswer => ({ edited: { version: 1, sentence: '', days: [], breaches }, published: null });
const breach: PlanBreach = { agent_id: 'a', agent_name: 'Ada', day: '2026-06-08', rule: 'min_rest_minutes', sentence: 'Ada rests 9:00 h' };
const edit = (key: string, more: Partial<Kept> = {}): Kept => ({ key, edits: [], what: key, accepted: false, ...more });

function box(send: Outside['send']) {
  const outside = { send, onDone: vi.fn<Outside['onDone']>(), onRefused: vi.fn<Outside['onRefused']>(), onGone: vi.fn<Outside['onGone']>(), alwaysAsk: false };
  const outbox = new Outbox(localStorage, 'unsent:ada:d1');
  outbox.start(outside);
  return { outbox, outside };
}

const settled = () => vi.waitFor(() => expect(true).toBe(true));

describe('Outbox', () => {
  beforeEach(() => localStorage.clear());

  it('sends one after the other, each tried dry first', async () => {
    const send = vi.fn<Outside['send']>().mockResolvedValue(done());
    const { outbox, outside } = box(send);
    outbox.add(edit('k1'));
    outbox.add(edit('k2'));
    await vi.waitFor(() => expect(outside.onDone).toHaveBeenCalledTimes(2));
    expect(send.mock.calls.map(([, key]) => key)).toEqual([undefined, 'k1', undefined, 'k2']);
    expect(localStorage.length).toBe(0);
  });

  it('asks when rules break, and does nothing after a no', async () => {
    const send = vi.fn<Outside['send']>().mockResolvedValue(done([breach]));
    const { outbox, outside } = box(send);
    outbox.add(edit('k1'));
    await vi.waitFor(() => expect(outbox.now().asking?.breaches).toEqual([breach]));
    outbox.answer(false);
    await settled();
    expect(outbox.now().kept).toEqual([]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(outside.onDone).not.toHaveBeenCalled();
  });

  it('remembers the yes over a reload', async () => {
    const never = new Promise<EditAnswer>(() => undefined);
    const { outbox } = box((_, key) => (key ? never : Promise.resolve(done([breach]))));
    outbox.add(edit('k1'));
    await vi.waitFor(() => expect(outbox.now().asking).toBeDefined());
    outbox.answer(true);
    outbox.stop();
    const send = vi.fn<Outside['send']>().mockResolvedValue(done());
    const { outside } = box(send);
    await vi.waitFor(() => expect(outside.onDone).toHaveBeenCalledTimes(1));
    expect(send.mock.calls.map(([, key]) => key)).toEqual(['k1']);
  });

  it('keeps what cannot be sent, and sends it again with the same key', async () => {
    let isUp = false;
    const send = vi.fn<Outside['send']>().mockImplementation(() => (isUp ? Promise.resolve(done()) : Promise.reject(unreachable())));
    const { outbox, outside } = box(send);
    outbox.add(edit('k1', { accepted: true }));
    await vi.waitFor(() => expect(outbox.now().trouble).toContain('did not answer'));
    expect(localStorage.length).toBe(1);
    isUp = true;
    outbox.retry();
    await vi.waitFor(() => expect(outside.onDone).toHaveBeenCalledTimes(1));
    expect(new Set(send.mock.calls.map(([, key]) => key))).toEqual(new Set(['k1']));
    expect(outbox.now().trouble).toBeUndefined();
  });

  it('tells what is refused, and goes on', async () => {
    const refusal = new ApiProblem(409, 'Conflict', 'Somebody may have changed the day.');
    const { outbox, outside } = box((edits) => (edits.length > 0 ? Promise.reject(refusal) : Promise.resolve(done())));
    outbox.add(edit('k1', { edits: [{ op: 'remove', agent_id: 'a', day: '2026-06-08' }] }));
    outbox.add(edit('k2'));
    await vi.waitFor(() => expect(outside.onDone).toHaveBeenCalledTimes(1));
    expect(outside.onRefused.mock.calls.map(([kept, problem]) => [kept.key, problem])).toEqual([['k1', refusal]]);
  });

  it('goes on with the key of what the server may have, and does not try it dry again', async () => {
    const again = new ApiProblem(409, 'Conflict', 'Nothing starts at 09:00.');
    const writes: string[] = [];
    let isLost = true;
    const send = vi.fn<Outside['send']>().mockImplementation((_, key) => {
      if (key === undefined) {
        return writes.length > 0 ? Promise.reject(again) : Promise.resolve(done());
      }
      writes.push(key);
      return isLost ? Promise.reject(unreachable()) : Promise.resolve(done());
    });
    const { outbox, outside } = box(send);
    outbox.add(edit('k1'));
    await vi.waitFor(() => expect(outbox.now().trouble).toBeDefined());
    expect(outbox.now().kept.map(({ begun }) => begun)).toEqual([true]);
    outbox.stop();
    isLost = false;
    const { outside: after } = box(send);
    await vi.waitFor(() => expect(after.onDone).toHaveBeenCalledTimes(1));
    expect(writes).toEqual(['k1', 'k1']);
    expect([outside.onRefused.mock.calls, after.onRefused.mock.calls]).toEqual([[], []]);
    expect(localStorage.length).toBe(0);
  });

  it('says nothing of what another window has sent', async () => {
    const { outbox } = box(() => Promise.reject(unreachable()));
    outbox.add(edit('k1'));
    await vi.waitFor(() => expect(outbox.now().trouble).toBeDefined());
    outbox.stop();
    const send = vi.fn<Outside['send']>().mockResolvedValue(done());
    const { outside: other } = box(send);
    await vi.waitFor(() => expect(other.onDone).toHaveBeenCalledTimes(1));
    const late = vi.fn<Outside['send']>().mockResolvedValue(done());
    const outside = { send: late, onDone: vi.fn(), onRefused: vi.fn(), onGone: vi.fn(), alwaysAsk: false };
    outbox.start(outside);
    await vi.waitFor(() => expect(outbox.now().kept).toEqual([]));
    expect([late.mock.calls, outside.onDone.mock.calls, outside.onRefused.mock.calls]).toEqual([[], [], []]);
  });

  it('does not bring back what another window has answered with no', async () => {
    const send = vi.fn<Outside['send']>().mockResolvedValue(done([breach]));
    const { outbox } = box(send);
    outbox.add(edit('k1'));
    await vi.waitFor(() => expect(outbox.now().asking).toBeDefined());
    localStorage.clear();
    outbox.answer(true);
    await settled();
    expect(outbox.now()).toEqual({ kept: [], asking: undefined });
    expect(send.mock.calls.map(([, key]) => key)).toEqual([undefined]);
  });

  it('takes back what is tried dry, and nothing that is on its way', async () => {
    const answers: ((answer: EditAnswer) => void)[] = [];
    const send = vi.fn<Outside['send']>().mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const { outbox, outside } = box(send);
    outbox.add(edit('k1'));
    expect(outbox.takeBack()?.key).toBe('k1');
    answers.shift()?.(done());
    await settled();
    expect(send.mock.calls.map(([, key]) => key)).toEqual([undefined]);
    outbox.add(edit('k2', { accepted: true }));
    outbox.add(edit('k3'));
    await vi.waitFor(() => expect(outbox.now().kept[0]?.begun).toBe(true));
    expect([outbox.takeBack()?.key, outbox.takeBack()]).toEqual(['k3', undefined]);
    answers.shift()?.(done());
    await vi.waitFor(() => expect(outside.onDone).toHaveBeenCalledTimes(1));
  });

  it('says nothing of a refusal of what was taken back', async () => {
    let refuse: (reason: Error) => void = () => undefined;
    const { outbox, outside } = box(() => new Promise((_, reject) => { refuse = reject; }));
    outbox.add(edit('k1'));
    outbox.takeBack();
    refuse(new ApiProblem(409, 'Conflict', 'Somebody may have changed the day.'));
    await settled();
    expect(outside.onRefused).not.toHaveBeenCalled();
  });

  it('keeps what was not sent to a draft that was removed', async () => {
    const { outbox, outside } = box(() => Promise.reject(new ApiProblem(404, 'Not found', 'There is no such draft.')));
    outbox.add(edit('k1'));
    await vi.waitFor(() => expect(outside.onGone).toHaveBeenCalledTimes(1));
    expect([outbox.now().kept.length, localStorage.length, outside.onRefused.mock.calls.length]).toEqual([1, 1, 0]);
  });

  it('leaves alone what another person has kept', () => {
    localStorage.setItem('unsent:bo:d1:000:k9', JSON.stringify(edit('k9')));
    const { outbox } = box(() => Promise.resolve(done()));
    expect(outbox.now().kept).toEqual([]);
  });
});
