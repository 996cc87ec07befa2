import { historyDaysQuery } from '@/api/history';
import { dataOf, usePermitted } from '@/api/loaded';
import { intradayQuery, partQuery, requirementQuery } from '@/api/forecasts';
import { useAddress } from '@/components/useAddress';
import { PartPage, type PartProps } from '../choice/ForPart';
import { useAsked } from '../choice/useAsked';
import { addDays } from '@/lib/dates';
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
  const data = dataOf(part);
  const first = data?.days[0]?.date;
  const from = first ? addDays(first, -daysBefore) : '';
  const isThere = first !== undefined;
  const history = usePermitted('forecast:view', { ...historyDaysQuery(key.group, from, data?.days.at(-1)?.date ?? from), enabled: isThere });
  const requirement = usePermitted('forecast:view', { ...requirementQuery(key, data?.version ?? 0), enabled: isThere });
  const day = data?.days.find(({ date }) => date === asked.day)?.date;
  const intraday = usePermitted('forecast:view', { ...intradayQuery(key, data?.version ?? 0, day ?? ''), enabled: day !== undefined });
  return (
    <VolumeView
      part={part}
      place={place}
      history={history}
      historyFrom={from}
      requirement={requirement}
      intraday={day === undefined ? undefined : intraday}
      spanOf={(of) => spanOf(asked, of, place.unit.week_start)}
      onSpan={(span) => address(addressOf(span), 'push')}
      mayEdit={mayEdit}
      edits={useLayerEdits(key, data)}
    />
  );
}
