import { lazy, Suspense, useState } from 'react';
import { partQuery, requirementQuery, useChangePart, type WhatIf } from '@/api/forecasts';
import { dataOf, usePermitted } from '@/api/loaded';
import { told } from '@/components/told';
import { useAddress } from '@/components/useAddress';
import { PartPage, type PartProps } from '../choice/ForPart';
import { useAsked } from '../choice/useAsked';
import { StaffingView } from './StaffingView';
import { termsOf, whatIfOf } from './terms';

const Shared = lazy(() => import('./shared/Shared').then((module) => ({ default: module.Shared })));

export const StaffingPage = () => <PartPage part={Part} />;

function Part({ place, mayEdit }: PartProps) {
  const key = { forecast: place.forecast.id, group: place.group.id };
  const [asked, setAsked] = useState<WhatIf>();
  const part = usePermitted('forecast:view', partQuery(key));
  const data = dataOf(part);
  const isThere = data !== undefined && data.days.length > 0;
  const version = data?.version ?? 0;
  const requirement = usePermitted('forecast:view', { ...requirementQuery(key, version), enabled: isThere });
  const whatIf = usePermitted('forecast:view', { ...requirementQuery(key, version, asked), enabled: isThere && asked !== undefined });
  const change = useChangePart(key);
  const { week, day } = useAsked();
  const address = useAddress();
  return (
    <StaffingView
      part={part}
      requirement={requirement}
      whatIf={asked && whatIf}
      place={place}
      week={week}
      onWeek={(date) => address({ week: date })}
      mayEdit={mayEdit}
      saving={change.isPending}
      error={change.error}
      save={(values, { saved, refused }) => change.mutate({ version, change: { staffing: termsOf(values) } }, {
        onError: refused,
        onSuccess: () => {
          told('The terms are saved');
          saved();
        },
      })}
      below={(of) => <Suspense><Shared part={of} place={place} day={day} onDay={(date) => address({ day: date })} /></Suspense>}
      ask={(values) => data && setAsked(whatIfOf(values, data.staffing))}
    />
  );
}
