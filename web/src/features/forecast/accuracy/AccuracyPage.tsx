import { useQuery } from '@tanstack/react-query';
import { accuracyQuery, forecastsQuery } from '@/api/forecasts';
import { usePermitted } from '@/api/loaded';
import { useAddress } from '@/components/useAddress';
import { NoPart } from '../choice/NoPart';
import { isIn } from '../choice/useChosen';
import { PartPage, type PartProps } from '../choice/ForPart';
import { isNowhere } from '../choice/ShowPart';
import { AccuracyView } from './AccuracyView';

export const AccuracyPage = () => <PartPage part={Part} />;

function Part({ place }: PartProps) {
  const accuracy = usePermitted('forecast:view', accuracyQuery({ forecast: place.forecast.id, group: place.group.id }));
  const { id, business_unit_id: unit, first_day: first } = place.forecast;
  const address = useAddress();
  const all = useQuery(forecastsQuery(unit)).data ?? [];
  const earlier = all.find((one) => one.id !== id && one.state === 'done' && one.first_day && first && one.first_day < first && isIn(place.group, one));
  return isNowhere(accuracy) ? <NoPart place={place} trouble={null} /> : (
    <AccuracyView accuracy={accuracy} earlier={earlier && { name: earlier.name, open: () => address({ forecast: earlier.id }, 'push') }} />
  );
}
