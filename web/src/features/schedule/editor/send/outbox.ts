import type { EditAnswer } from '@/api/schedules';
import { ApiProblem, toProblem } from '@/api/problem';
import type { PlanBreach, ScheduleEdit } from '@/api/types';

/** Something that was done here and that the server has not taken yet. */
export interface Kept {
  /** Its name for the server: sent twice, it is done once. */
  key: string;
  edits: ScheduleEdit[];
  /** As a planner says it: "Move Phone of Ada Holm". */
  what: string;
  /** Whoever did it has seen which rules it breaks. */
  accepted: boolean;
  /** The server may have it: it goes on with its key and is not tried dry again. */
  begun?: boolean;
}

/** How it stands with what is kept. */
export interface OutboxState {
  kept: readonly Kept[];
  /** Breaks rules, and waits for a yes or no. */
  asking?: { kept: Kept; breaches: readonly PlanBreach[] };
  /** The server cannot be reached: why; it is tried again by itself. */
  trouble?: string;
}

export interface Outside {
  /** Without a key nothing is written. */
  send: (edits: ScheduleEdit[], key?: string) => Promise<EditAnswer>;
  onDone: (kept: Kept, answer: EditAnswer) => void;
  onRefused: (kept: Kept, problem: ApiProblem) => void;
  /** What is edited was removed: nothing is sent, and what is kept stays to be read. */
  onGone: () => void;
  /** Asked even if no rule is broken: what is done counts at once, for everybody. */
  alwaysAsk: boolean;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const waitsMilliseconds = [500, 1_000, 2_000, 5_000];
/** The session may be over, or the server busy or gone: none of it says no to the edit. */
const mayPass = ({ status }: ApiProblem): boolean => status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;

/**
 * Sends edits one after the other, and keeps each on this machine until the server has answered it: a browser that dies, or a
 * network that is gone, loses none. Each is tried dry first; what breaks rules waits until somebody says yes.
 */
export class Outbox {
  private state: OutboxState;
  private readonly watchers = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private working = false;
  private stopped = true;
  private failures = 0;
  private count = 0;
  private readonly shelf: Shelf;
  private readonly prefix: string;
  private outside: Outside | undefined;

  /** @param prefix Whose edits of what: another person at the same browser does not send them. */
  constructor(shelf: Shelf, prefix: string) {
    [this.shelf, this.prefix] = [shelf, `${prefix}:`];
    this.state = { kept: this.found() };
  }

  readonly now = (): OutboxState => this.state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  start(outside: Outside): void {
    [this.outside, this.stopped] = [outside, false];
    void this.work();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  add(kept: Kept): void {
    this.shelf.setItem(this.nameOf(kept), JSON.stringify(kept));
    this.say({ ...this.state, kept: [...this.state.kept, kept] });
    void this.work();
  }

  answer(yes: boolean): void {
    const { asking } = this.state;
    if (!asking) {
      return;
    }
    if (yes) {
      this.mark(asking.kept, { accepted: true });
      this.say({ kept: this.state.kept });
    } else {
      this.drop(asking.kept);
    }
    void this.work();
  }

  /** Takes back the last, unless the server may have it. */
  takeBack(): Kept | undefined {
    const last = this.state.kept.at(-1);
    if (!last || last.begun || this.shelved(last)?.begun) {
      return undefined;
    }
    this.drop(last);
    return last;
  }

  /** Waits for what is on its way. @returns false: it is not known when it arrives. */
  arrived(): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        const isAll = this.state.kept.length === 0;
        if (isAll || this.state.trouble !== undefined || this.state.asking || this.stopped) {
          leave();
          resolve(isAll);
        }
      };
      const leave = this.watch(look);
      look();
    });
  }

  readonly retry = (): void => {
    clearTimeout(this.timer);
    this.failures = 0;
    void this.work();
  };

  private async work(): Promise<void> {
    if (this.working || this.stopped) {
      return;
    }
    this.working = true;
    while (!this.isResting() && (await this.sendFirst())) {
      // The next one.
    }
    this.working = false;
  }

  private isResting(): boolean {
    return this.stopped || this.state.asking !== undefined || this.state.kept.length === 0;
  }

  /** @returns whether to go on with the next one. */
  private async sendFirst(): Promise<boolean> {
    const [first] = this.state.kept;
    const { outside } = this;
    if (!first || !outside) {
      return false;
    }
    try {
      const shelved = this.shelved(first);
      if (shelved && !shelved.accepted && !shelved.begun) {
        const { edited } = await outside.send(first.edits);
        if ((edited.breaches.length > 0 || outside.alwaysAsk) && this.has(first)) {
          this.say({ kept: this.state.kept, asking: { kept: first, breaches: edited.breaches } });
          return false;
        }
      }
      if (this.has(first) && this.mark(first, { begun: true })) {
        const answer = await outside.send(first.edits, first.key);
        this.failures = 0;
        // What is drawn first takes in the answer, and then loses what was kept: nothing flickers.
        outside.onDone(first, answer);
        this.drop(first);
      }
      return true;
    } catch (error) {
      return this.failed(first, toProblem(error));
    }
  }

  private failed(first: Kept, problem: ApiProblem): boolean {
    if (!this.has(first)) {
      return true;
    }
    if (problem.status === 404) {
      this.say({ ...this.state, trouble: problem.message });
      this.outside?.onGone();
      return false;
    }
    if (!mayPass(problem)) {
      this.outside?.onRefused(first, problem);
      this.drop(first);
      return true;
    }
    this.say({ ...this.state, trouble: problem.message });
    const wait = waitsMilliseconds[Math.min(this.failures++, waitsMilliseconds.length - 1)] ?? 5_000;
    this.timer = setTimeout(() => void this.work(), wait);
    return false;
  }

  private has(one: Kept): boolean {
    return this.state.kept.some(({ key }) => key === one.key);
  }

  /** As it is kept now: another window may have begun to send it. None: another window has its answer. */
  private shelved({ key }: Kept): Kept | undefined {
    const name = this.names().find((one) => one.endsWith(`:${key}`));
    return name === undefined ? undefined : readKept(this.shelf.getItem(name));
  }

  /** @returns whether it is still to be sent; another window may be done with it. */
  private mark(one: Kept, changes: Partial<Kept>): boolean {
    const name = this.names().find((found) => found.endsWith(`:${one.key}`));
    if (name === undefined) {
      this.drop(one);
      return false;
    }
    const marked = { ...one, ...readKept(this.shelf.getItem(name)), ...changes };
    this.shelf.setItem(name, JSON.stringify(marked));
    this.say({ ...this.state, kept: this.state.kept.map((kept) => (kept.key === one.key ? marked : kept)) });
    return true;
  }

  private drop({ key }: Kept): void {
    this.names().filter((name) => name.endsWith(`:${key}`)).forEach((name) => this.shelf.removeItem(name));
    const { asking } = this.state;
    this.say({ kept: this.state.kept.filter((one) => one.key !== key), asking: asking?.kept.key === key ? undefined : asking });
  }

  private say(next: OutboxState): void {
    this.state = next;
    this.watchers.forEach((watcher) => watcher());
  }

  /** Each has a name of its own, in the order of its doing: two windows never write over each other's. */
  private nameOf({ key }: Kept): string {
    return `${this.prefix}${String(Date.now()).padStart(15, '0')}.${String(this.count++).padStart(6, '0')}:${key}`;
  }

  private names(): string[] {
    const all = Array.from({ length: this.shelf.length }, (_, index) => this.shelf.key(index) ?? '');
    return all.filter((name) => name.startsWith(this.prefix)).sort();
  }

  private found(): Kept[] {
    return this.names().flatMap((name) => {
      const kept = readKept(this.shelf.getItem(name));
      return kept ? [kept] : [];
    });
  }
}

function readKept(text: string | null): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept>;
    return typeof kept.key === 'string' && Array.isArray(kept.edits) ? { what: '', accepted: false, ...kept } as Kept : undefined;
  } catch (error) {
    // Another program's, or cut off: not to be read, not to be thrown away.
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
