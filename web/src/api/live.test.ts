import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLive, type Live } from './live';

/** A server's end of a connection. */
class Line {
  readyState: number = WebSocket.CONNECTING;
  onopen?: () => void;
  onmessage?: ((message: { data: string }) => void) | null;
  onclose?: (how: { code: number }) => void;
  heard: unknown[] = [];
  closed = false;
  send = (text: string) => void this.heard.push(JSON.parse(text));
  close = () => void (this.closed = true);
  open() {
    this.readyState = WebSocket.OPEN;
    this.onopen?.();
    this.say({ type: 'beat', node: 'a', current: true });
  }
  say = (message: object) => this.onmessage?.({ data: JSON.stringify(message) });
  page = (cursor: string, data: unknown = cursor) => this.say({ type: 'page', topic: 'cluster', cursor, whole: true, data });
  breaks(code = 1006) {
    this.readyState = WebSocket.CLOSED;
    this.onclose?.({ code });
  }
}

describe('the live connection', () => {
  let lines: Line[];
  let line: Line;
  let live: Live;
  const heard = vi.fn();
  const lost = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers();
    heard.mockReset();
    lines = [];
    live = createLive(() => {
      line = new Line();
      lines.push(line);
      return line as unknown as WebSocket;
    }, lost);
  });

  it('tells which connection broke, and none that the server has ended with the session', () => {
    lost.mockReset();
    live.listen('cluster', heard);
    line.open();
    line.breaks(4401);
    expect(lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    line.breaks();
    expect(lost).toHaveBeenCalledExactlyOnceWith(line);
  });

  it('opens when somebody listens, and closes when nobody does any more', () => {
    expect(lines).toHaveLength(0);
    const leave = live.listen('cluster', heard);
    line.open();
    expect(line.heard).toEqual([{ subscribe: 'cluster', cursor: null }]);
    leave();
    expect(line.closed).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(line.closed).toBe(true);
  });

  it('stays open from one page to the next', () => {
    live.listen('cluster', heard)();
    line.open();
    live.listen('cluster', heard);
    vi.advanceTimersByTime(2_000);
    expect(line.closed).toBe(false);
    expect(lines).toHaveLength(1);
  });

  it('goes on from the last cursor after it broke, on whichever server answers', () => {
    live.listen('cluster', heard);
    line.open();
    line.page('7.1');
    line.breaks();
    expect(live.state()).toBe('lost');
    vi.advanceTimersByTime(1_000);
    line.open();
    expect(lines).toHaveLength(2);
    expect(live.state()).toBe('open');
    expect(line.heard).toEqual([{ subscribe: 'cluster', cursor: '7.1' }]);
  });

  it('gives up a connection that says nothing', () => {
    live.listen('cluster', heard);
    line.open();
    vi.advanceTimersByTime(5_000);
    expect(lines[0]?.closed).toBe(true);
    expect(live.state()).toBe('lost');
  });

  it('closes a connection that nobody needs any more when it is open, for the browser complains before', () => {
    live.listen('cluster', heard)();
    vi.advanceTimersByTime(1_000);
    expect(line.closed).toBe(false);
    line.open();
    expect(line.closed).toBe(true);
  });

  it('waits longer and longer for a server that is gone, 5 s at the most', () => {
    live.listen('cluster', heard);
    for (let times = 0; times < 20; times++) {
      line.breaks();
      vi.advanceTimersByTime(5_000);
    }
    expect(lines).toHaveLength(21);
  });

  it('tells whoever comes later what was said last', () => {
    live.listen('cluster', vi.fn());
    line.open();
    line.page('7.1', { sentence: 'all is well' });
    live.listen('cluster', heard);
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ data: { sentence: 'all is well' } }));
  });

  it('says when the session is over', () => {
    live.listen('cluster', heard);
    line.open();
    line.breaks(4401);
    expect(live.state()).toBe('signed out');
  });
});
