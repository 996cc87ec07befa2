import { IconMoodEmpty } from '@tabler/icons-react';
import { Notice } from '@/components/Notice';
import type { Place } from './ForPart';

/** Why a planning group has no forecast although the forecast is made. */
export function NoPart({ place: { forecast, group }, trouble }: { place: Place; trouble: string | null }) {
  return (
    <Notice icon={IconMoodEmpty} title={`${forecast.name} has nothing for ${group.name}`}>
      {trouble ?? forecast.sentence} Choose another forecast or planning group above, or make a new forecast.
    </Notice>
  );
}
