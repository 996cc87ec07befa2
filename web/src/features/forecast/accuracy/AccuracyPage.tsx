import { accuracyQuery } from '@/api/forecasts';
import { usePermitted } from '@/api/loaded';
import { NoPart } from '../choice/NoPart';
import { PartPage, type PartProps } from '../choice/ForPart';
import { isNowhere } from '../choice/ShowPart';
import { AccuracyView } from './AccuracyView';

export const AccuracyPage = () => <PartPage part={Part} />;

function Part({ place }: PartProps) {
  const accuracy = usePermitted('forecast:view', accuracyQuery({ forecast: place.forecast.id, group: place.group.id }));
  return isNowhere(accuracy) ? <NoPart place={place} trouble={null} /> : <AccuracyView accuracy={accuracy} />;
}
