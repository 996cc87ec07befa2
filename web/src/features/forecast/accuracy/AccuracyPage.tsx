import { accuracyQuery } from '@/api/forecasts';
import { usePermitted } from '@/api/loaded';
import { PartPage, type PartProps } from '../choice/ForPart';
import { AccuracyView } from './AccuracyView';

export const AccuracyPage = () => <PartPage part={Part} />;

function Part({ place }: PartProps) {
  return <AccuracyView accuracy={usePermitted('forecast:view', accuracyQuery({ forecast: place.forecast.id, group: place.group.id }))} />;
}
