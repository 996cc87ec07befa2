import { getRouteApi } from '@tanstack/react-router';
import { ItemsPage } from '../items/ItemsPage';

const route = getRouteApi('/framed/people/work-plans');

export function WorkPlansPage() {
  return <ItemsPage kinds={['work-plans']} what="work plans" address={route.useSearch()} />;
}
