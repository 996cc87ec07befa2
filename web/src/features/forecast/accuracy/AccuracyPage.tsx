import { accuracyQuery } from '@/api/forecasts';
import { usePermitted } from '@/api/loaded';
import { useAddress } from '@/components/useAddress';
import { ForPart, type Place } from '../choice/ForPart';
import { useChosen } from '../choice/useChosen';
import { AccuracyView } from './AccuracyView';

export function AccuracyPage() {
  const { chosen, mayEdit } = useChosen();
  const address = useAddress();
  return (
    <ForPart chosen={chosen} mayEdit={mayEdit} onNew={() => address({ open: 'new' }, 'push')}>
      {(place) => <Part place={place} />}
    </ForPart>
  );
}

function Part({ place }: { place: Place }) {
  return <AccuracyView accuracy={usePermitted('forecast:view', accuracyQuery({ forecast: place.forecast.id, group: place.group.id }))} />;
}
