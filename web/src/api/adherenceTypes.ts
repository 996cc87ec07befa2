export type Verdict = 'in' | 'out' | 'unscheduled' | 'unknown' | 'ignored' | 'explained';
export type Impact = 'none' | 'positive' | 'negative';
export type Category = 'on_queue' | 'break' | 'meal' | 'meeting' | 'training' | 'time_off' | 'unavailable' | 'other_work';
export type Actual = Category | 'logged_out' | 'ignored' | 'unmapped' | 'unknown';
export type VerdictRule = 'never_heard' | 'source_silent' | 'state_not_mapped' | 'state_ignored' | 'activity_ignored' | 'accepted' | 'approved'
  | 'told_too_late' | 'working_unscheduled' | 'present_unscheduled' | 'not_on_queue' | 'on_queue_instead' | 'other_activity';
export interface NamedActivity { activity_code_id: string; name: string; category: Category }
export interface WallAgent {
  id: string; name: string; team_id: string | null; team_name: string | null;
  scheduled: (NamedActivity & { since: string; until: string | null }) | null;
  actual: { counts_as: Actual; source: string | null; state: string | null; reason: string | null; since: string | null };
  verdict: Verdict; impact: Impact; rule: VerdictRule; reason: string; since: string; in_alarm_since: string | null;
  next: { at: string; activity: NamedActivity | null } | null;
}
export interface WallFigures {
  adherence_percent: number | null; negative_impact: number; positive_impact: number; scheduled_on_queue: number; actual_on_queue: number;
  in: number; out: number; unscheduled: number; unknown: number; ignored: number; explained: number;
}
export interface Wall {
  unit_id: string; time_zone: string; as_of: string; schedule_version: number; figures: WallFigures;
  silent_sources: { source: string; last_heard: string }[]; agents: WallAgent[];
}
export interface AdherenceDay {
  agent_id: string; name: string; unit_id: string; date: string; time_zone: string; from: string; to: string; as_of: string; schedule_version: number;
  versions: { schedule_version: number; day_version: number; author: string; published_at: string; told_at: string | null; activities: unknown[] }[];
  scheduled: (NamedActivity & { start: string; end: string; day: string; day_version: number; schedule_version: number })[];
  actual: { start: string; end: string; counts_as: Actual; source: string | null; state: string | null; reason: string | null }[];
  events: { place: number; at: string; received_at: string; source: string; state: string; reason: string | null; late: boolean }[];
  judged: { start: string; end: string; verdict: Verdict; impact: Impact; rule: VerdictRule; reason: string; scheduled: NamedActivity | null; counts_as: Actual; day_version: number }[];
  exceptions: { start: string; end: string; is_open: boolean; verdict: Verdict; impact: Impact; rule: VerdictRule; reason: string; scheduled: NamedActivity | null; counts_as: Actual; day_version: number; told_at: string | null; approval_id: string | null }[];
  totals: {
    adherence_percent: number | null; conformance_percent: number | null; scheduled: number; in: number; out: number; explained: number; unknown: number;
    ignored: number; unscheduled: number; scheduled_on_queue: number; scheduled_work: number; work: number;
  };
}
