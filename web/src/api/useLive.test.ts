import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seldom } from './useLive';

describe('what is read again seldom', () => {
  let done: (() => void)[];
  const read = vi.fn<(asked: string) => Promise<void>>(() => new Promise((resolve) => void done.push(resolve)));
  const second = () => vi.advanceTimersByTimeAsync(1_000);

  beforeEach(() => {
    vi.useFakeTimers();
    read.mockClear();
    done = [];
  });

  afterEach(() => void vi.useRealTimers());

  it('is read once a second at the most, as it was asked last', async () => {
    const look = seldom(read);
    look('a');
    look('b');
    await vi.advanceTimersByTimeAsync(0);
    expect(read.mock.calls).toEqual([['b']]);
    done[0]?.();
    await vi.advanceTimersByTimeAsync(500);
    look('c');
    await vi.advanceTimersByTimeAsync(499);
    expect(read).toHaveBeenCalledTimes(1);
    await second();
    expect(read).toHaveBeenLastCalledWith('c');
  });

  it('is not broken off however long it takes, and is read once more afterwards', async () => {
    const look = seldom(read);
    look('a');
    await second();
    look('a');
    look('a');
    await second();
    await second();
    expect(read).toHaveBeenCalledTimes(1);
    done[0]?.();
    await second();
    expect(read).toHaveBeenCalledTimes(2);
    done[1]?.();
    await second();
    expect(read).toHaveBeenCalledTimes(2);
  });
});
