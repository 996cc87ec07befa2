import { getRouteApi } from '@tanstack/react-router';
import { ItemsPage } from '../items/ItemsPage';

const route = getRouteApi('/framed/people/skills');

export function SkillsPage() {
  return <ItemsPage kinds={['skills', 'switches', 'time-zones']} what="skills, switches and time zones" address={route.useSearch()} />;
}
