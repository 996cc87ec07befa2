import type { ReactNode } from 'react';
import type { Loaded } from '@/api/loaded';
import type { ForecastPart } from '@/api/types';
import { Show } from '@/components/Show';
import { isOpen } from '../chart/points';
import type { Place } from './ForPart';
import { NoPart } from './NoPart';

interface ShowPartProps {
  part: Loaded<ForecastPart>;
  place: Place;
  children: (part: ForecastPart) => ReactNode;
}

/** Draws a part that has something to show, or says why there is none. */
export function ShowPart({ part, place, children }: ShowPartProps) {
  if (isNowhere(part)) {
    return <NoPart place={place} trouble={null} />;
  }
  return (
    <Show loaded={part} what="forecast">
      {(data) => (data.days.some(isOpen) ? children(data) : <NoPart place={place} trouble={data.trouble ?? (data.days.length > 0 ? 'It is closed all the time.' : null)} />)}
    </Show>
  );
}

/** A forecast that was cancelled or failed has no parts of the groups that it did not get to. */
export const isNowhere = (loaded: Loaded<unknown>): boolean => loaded.state === 'failed' && loaded.problem.status === 404;
