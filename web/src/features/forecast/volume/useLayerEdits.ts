import { useState } from 'react';
import { useChangePart, type PartKey } from '@/api/forecasts';
import type { DemandLayer, ForecastPart } from '@/api/types';

interface Step {
  /** The version that this step has led to; another one means that somebody else came between. */
  version: number;
  before: DemandLayer[];
}

export interface LayerEdits {
  edit: (layers: DemandLayer[], onDone?: () => void) => void;
  /** Takes back the last edit; absent when there is none, or when somebody else has changed the forecast since. */
  undo?: () => void;
  busy: boolean;
  error: Error | null;
}

/** Changes of a part's layers, each from the version that is shown, and the way back. */
export function useLayerEdits(key: PartKey, part: ForecastPart | undefined): LayerEdits {
  const change = useChangePart(key);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const last = steps.at(-1);
  const send = (layers: DemandLayer[], onDone: (version: number) => void) => {
    if (part && !change.isPending) {
      change.mutate({ version: part.version, change: { layers } }, { onSuccess: ({ version }) => onDone(version) });
    }
  };
  const edit = (layers: DemandLayer[], onDone?: () => void) => send(layers, (version) => {
    const before = part?.layers ?? [];
    setSteps((now) => [...(last?.version === part?.version ? now : []), { version, before }]);
    onDone?.();
  });
  const undo = (step: Step) => send(step.before, (version) => setSteps((now) =>
    now.slice(0, -1).map((one, index, all) => (index === all.length - 1 ? { ...one, version } : one))));
  return {
    edit,
    undo: last && last.version === part?.version ? () => undo(last) : undefined,
    busy: change.isPending,
    error: change.error,
  };
}
