import { useRef, useState } from 'react';
import { useChangePart, type PartKey } from '@/api/forecasts';
import type { DemandLayer, ForecastPart } from '@/api/types';

export type Change = (layers: readonly DemandLayer[]) => readonly DemandLayer[];

interface Step {
  /** The version that this step has led to; another one means that somebody else came between. */
  version: number;
  before: readonly DemandLayer[];
}

type Steps = readonly Step[];

export interface LayerEdits {
  /**
   * Changes the layers as they are after the edits still on their way, and says whether that was saved. `from` is the
   * version that was before somebody's eyes when they began; absent, the one that is there when its turn comes.
   */
  edit: (change: Change, from?: number) => Promise<boolean>;
  /** Takes back the last edit; absent when there is none, or when somebody else has changed the forecast since. */
  undo?: () => void;
  busy: boolean;
  error: Error | null;
  /** How many edits were not saved because of the error. */
  lost: number;
}

/** Changes of a part's layers, one after the other, and the way back. */
export function useLayerEdits(key: PartKey, part: ForecastPart | undefined): LayerEdits {
  const { mutateAsync, error } = useChangePart(key);
  const [steps, setSteps] = useState<Steps>([]);
  const [waiting, setWaiting] = useState(0);
  const [lost, setLost] = useState(0);
  // What the edits on their way lead to; when one fails, those behind it fail with it.
  const line = useRef<Promise<ForecastPart>>(undefined);
  // The last answer, until it is drawn.
  const latest = useRef<ForecastPart>(undefined);
  const send = async (change: Change, from: number | undefined, note: (steps: Steps, before: ForecastPart, version: number) => Steps) => {
    if (!part) {
      return false;
    }
    if (!line.current) {
      setLost(0);
    }
    const begin = latest.current && latest.current.version > part.version ? latest.current : part;
    const sent = (line.current ?? Promise.resolve(begin)).then(async (before) => {
      const after = await mutateAsync({ version: from ?? before.version, change: { layers: [...change(before.layers)] } });
      latest.current = after;
      setSteps((now) => note(now, before, after.version));
      return after;
    });
    line.current = sent;
    setWaiting((now) => now + 1);
    const saved = await sent.then(() => true, () => false);
    if (line.current === sent) {
      line.current = undefined;
    }
    setWaiting((now) => now - 1);
    setLost((now) => (saved ? now : now + 1));
    return saved;
  };
  const last = steps.at(-1);
  return {
    edit: (change, from) => send(change, from, (now, before, version) =>
      [...(now.at(-1)?.version === before.version ? now : []), { version, before: before.layers }]),
    undo: last && waiting === 0 && last.version === part?.version
      ? () => void send(() => last.before, last.version, (now, _, version) =>
          now.slice(0, -1).map((one, index, all) => (index === all.length - 1 ? { ...one, version } : one)))
      : undefined,
    busy: waiting > 0,
    error,
    lost,
  };
}
