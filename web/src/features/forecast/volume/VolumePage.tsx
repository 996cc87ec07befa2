import { useQuery } from '@tanstack/react-query';
import { historyDaysQuery } from '@/api/history';
import { usePermitted } from '@/api/loaded';
import { partQuery, requirementQuery } from '@/api/forecasts';
import { useAddress } from '@/components/useAddress';
import { PartPage, type PartProps } from '../choice/ForPart';
import { useAsked } from '../choice/useAsked';
import { addDays } from '../dates';
import { addressOf, spanOf } from './span';
import { useLayerEdits } from './useLayerEdits';
import { VolumeView } from './VolumeView';

const daysBefore = 28;

export const VolumePage = () => <PartPage part={Part} />;

function Part({ place, mayEdit }: PartProps) {
  const key = { forecast: place.forecast.id, group: place.group.id };
  const asked = useAsked();
  const address = useAddress();
  const part = usePermitted('forecast:view', partQuery(key));
  const data = part.state === 'full' ? part.data : undefined;
  const first = data?.days[0]?.date;
  const from = first ? addDays(first, -daysBefore) : '';
  const history = useQuery({ ...historyDaysQuery(key.group, from, data?.days.at(-1)?.date ?? from), enabled: first !== undefined });
  const requirement = useQuery({ ...requirementQuery(key, data?.version ?? 0), enabled: first !== undefined });
  return (
    <VolumeView
      part={part}
      place={place}
      history={history.data}
      historyFrom={from}
      requirement={requirement.data}
      spanOf={(of) => spanOf(asked, of, place.unit.week_start)}
      onSpan={(span) => address(addressOf(span), 'push')}
      mayEdit={mayEdit}
      edits={useLayerEdits(key, data)}
    />
  );
}
