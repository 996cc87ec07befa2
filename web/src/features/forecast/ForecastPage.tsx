import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useHeld } from '@/api/session';
import { useRemember } from '@/api/useRemember';
import { AreaTabs } from '@/components/AreaTabs';
import { PageHeader } from '@/components/PageHeader';
import { useAddress } from '@/components/useAddress';
import { Choosers } from './choice/Choosers';
import { useAsked } from './choice/useAsked';
import { useChosen } from './choice/useChosen';
import { tabs } from './tabs';

const ForecastList = lazy(() => import('./choice/ForecastList').then((module) => ({ default: module.ForecastList })));
const NewForecast = lazy(() => import('./choice/NewForecast').then((module) => ({ default: module.NewForecast })));

export function ForecastPage() {
  const permissions = useHeld();
  const remember = useRemember('forecast');
  const rememberUnit = useRemember('shell');
  const address = useAddress();
  const { open } = useAsked();
  const { chosen, mayEdit } = useChosen();
  const data = chosen.state === 'full' ? chosen.data : undefined;
  const choose = (changes: { unit?: string; group?: string; forecast?: string }) => {
    const now = { unit: data?.unit?.id, group: data?.group?.id, forecast: data?.forecast?.id, ...changes };
    remember(now);
    if (changes.unit) {
      rememberUnit({ unit: changes.unit });
    }
    address({ ...now, week: undefined, day: undefined, open: undefined }, 'push');
  };
  const close = () => address({ open: undefined }, 'push');
  return (
    <>
      <PageHeader title="Forecast">
        {data?.unit && (
          <Choosers
            chosen={data}
            mayEdit={mayEdit}
            onChoose={(changes) => choose('unit' in changes ? { group: undefined, forecast: undefined, ...changes } : changes)}
            onOpen={(what) => address({ open: what }, 'push')}
          />
        )}
      </PageHeader>
      <AreaTabs label="Forecast" tabs={tabs} permissions={permissions} keepSearch onOpen={(tab) => remember({ tab })} />
      <Outlet />
      {data?.unit && (
        <Suspense>
          {open === 'list' && <ForecastList chosen={data} mayEdit={mayEdit} onChoose={(forecast) => choose({ forecast })} close={close} />}
          {open === 'new' && mayEdit && <NewForecast chosen={data} unit={data.unit} onMade={({ id }) => choose({ forecast: id })} close={close} />}
        </Suspense>
      )}
    </>
  );
}
