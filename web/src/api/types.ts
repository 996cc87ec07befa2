import type { components } from './schema';

type Schemas = components['schemas'];

/** The document's names for what the screens draw; a renamed schema is one line here. */
export type AccessRole = Schemas['AccessRoleView'];
export type AuditEntry = Schemas['AuditView'];
export type Client = Schemas['ClientView'];
export type ClientWithSecret = Schemas['ClientWithSecret'];
export type ClusterNode = Schemas['ClusterNodeView'];
export type ClusterView = Schemas['ClusterView'];
export type Grant = Schemas['GrantView'];
export type GrantRequest = Schemas['GrantBody'];
export type Lease = Schemas['LeaseView'];
export type MeshLink = Schemas['MeshLinkStateView'];
export type NodeRole = Schemas['RoleView'];
export type NodeView = Schemas['NodeView'];
export type OptionView = Schemas['OptionView'];
export type Permission = Schemas['PermissionView'];
export type Session = Schemas['SessionView'];
export type Token = Schemas['TokenView'];
export type User = Schemas['UserView'];
export type UserWithPassword = Schemas['UserWithPassword'];
export type CreateUser = Schemas['NewUserBody'];
export type ChangeUser = Schemas['UserChangeBody'];
export type CreateAccessRole = Schemas['NewAccessRoleBody'];
export type CreateClient = Schemas['NewClientBody'];
export type ChangeClient = Schemas['ClientChangeBody'];

export type Zone = Schemas['ZoneView'];
export type BreakRule = Required<Schemas['BreakRule']>;
export type NumberRange = Schemas['NumberRange'];
export type PlannedQueue = Schemas['PlannedQueue'];
export type RequiredSkill = Required<Schemas['RequiredSkill']>;

/** What an organization is made of, by the path of its kind. An answer has all fields; a request may leave some out. */
export interface Items {
  'tenants': Required<Schemas['Tenant']>;
  'time-zones': Required<Schemas['NamedZone']>;
  'switches': Required<Schemas['Switch']>;
  'skills': Required<Schemas['Skill']>;
  'sites': Required<Schemas['Site']>;
  'business-units': Required<Schemas['BusinessUnit']>;
  'management-units': Required<Schemas['ManagementUnit']>;
  'teams': Required<Schemas['Team']>;
  'activity-codes': Required<Schemas['ActivityCode']>;
  'planning-groups': Required<Schemas['PlanningGroup']>;
  'service-goals': Required<Schemas['ServiceGoal']>;
  'work-plans': Required<Schemas['WorkPlan']>;
}

export type Agent = Schemas['AgentRowView'];
export type AgentDetails = Schemas['AgentView'];
export type AgentEdit = Schemas['AgentEditBody'];
export type AgentEvent = Schemas['AgentEventView'];
export type AgentField = Schemas['AgentField'];
export type AgentList = Schemas['AgentListView'];
export type AgentSource = Schemas['AgentSourceView'];
export type BulkEditResult = Schemas['BulkEditView'];
export type PlanVerdict = Schemas['PlanVerdict'];
export type NewAgent = Schemas['NewAgentBody'];
export type Finding = Schemas['FindingView'];
export type Source = Schemas['SourceView'];
export type SourceFields = Schemas['SourceBody'];
export type SyncIssue = Schemas['IssueView'];
export type SyncRun = Schemas['RunView'];
export type SyncRunKind = Schemas['RunKind'];

/** What states count as, and thresholds. */
export type AdherenceRules = Schemas['AdherenceRules'];
export type AdherenceTerms = Schemas['AdherenceTerms'];
export type RuleChange = Schemas['RuleChangeView'];
export type RuleEntry = Schemas['RuleEntryView'];
export type RuleList = Schemas['RuleListView'];
export type RuleVersion = Schemas['RuleVersionView'];
export type StateMeaning = Schemas['StateMeaning'];
export type Tried = Schemas['TriedView'];
/** An event that might come; when is now. */
export type TryEvent = Omit<Schemas['TryBody'], 'at'>;

/** Where state events and statistics come from. */
export type EventSource = Schemas['EventSourceView'];
export type EventSourceFields = Schemas['EventSourceBody'];
export type EventLoss = Schemas['EventLossView'];
export type NewEventLoss = Schemas['EventLossBody'];
export type QuarantineKind = Schemas['QuarantineKind'];
export type QuarantinedLine = Schemas['QuarantinedLineView'];
export type Replayed = Schemas['ReplayView'];
export type DeletedLines = Schemas['DeletedLinesView'];

export type Accuracy = Schemas['AccuracyView'];
export type DemandLayer = Schemas['DemandLayer'];
export type Forecast = Schemas['ForecastView'];
export type ForecastDay = Schemas['ForecastDayView'];
/** A planning group's part of a forecast. */
export type ForecastPart = Schemas['ForecastGroupView'];
export type ForecastPartChange = Schemas['GroupChangeBody'];
export type ForecastState = Schemas['ForecastState'];
export type Build = Schemas['BuildView'];
export type BuildDetails = Schemas['BuildDetailsView'];
export type BuildState = Schemas['BuildState'];
export type BuildUnit = Schemas['BuildUnitView'];
export type Builder = Schemas['BuilderView'];
export type BuilderPool = Schemas['BuilderPoolView'];
export type BuildJob = Schemas['BuildJobView'];
export type BuiltSchedule = Schemas['BuiltSchedule'];
export type NewBuild = Schemas['NewBuildBody'];
export type ActivityLayer = Schemas['ActivityLayer'];
export type PlanBreach = Schemas['BreachView'];
export type DayVersion = Schemas['DayVersionView'];
export type Draft = Schemas['DraftView'];
export type DraftEdit = Schemas['DraftEditView'];
/** A step of editing a schedule. */
export type ScheduleEdit = Schemas['EditBody'];
export type EditedSchedule = Schemas['EditedView'];
export type EditedDay = Schemas['DayView'];
export type PlannedActivity = Schemas['ActivityView'];
export type ScheduleGrid = Schemas['GridView'];
export type NewDraft = Schemas['NewDraftBody'];
export type ProgressPoint = Schemas['ProgressPoint'];
export type HistoryDays = Schemas['HistoryDaysView'];
export type HistoryQueue = Schemas['HistoryQueueView'];
export type ImportedHistory = Schemas['ImportView'];
/** A day's rest, forecast again from what came so far. */
export type Intraday = Schemas['IntradayView'];
/** A business unit's day: forecast, actual and forecast again. */
export type IntradayDay = Schemas['IntradayDayView'];
export type IntradayInterval = Schemas['IntradayIntervalView'];
export type IntradayMeasures = Schemas['MeasuresView'];
export type AgentGroup = Schemas['AgentGroupBody'];
export type KnownAgentGroup = Schemas['KnownAgentGroupView'];
export type SharedRequirement = Schemas['SharedRequirementView'];
export type SimulatedDay = Schemas['WhatIfView'];
export type Served = Schemas['ServedView'];
export type Estimate = Schemas['EstimateView'];
export type Horizon = Schemas['HorizonView'];
export type LayerKind = Schemas['LayerKind'];
export type NewForecast = Schemas['NewForecastBody'];
export type Remark = Schemas['RemarkView'];
export type Requirement = Schemas['RequirementView'];
export type StaffingTerms = Schemas['StaffingTerms'];
export type Weekday = Schemas['IsoDayOfWeek'];

export type Differences = Schemas['DifferencesView'];
export type DraftBreaches = Schemas['DraftBreachesView'];
export type DraftExtent = Schemas['DraftExtentView'];
export type DayConflict = Schemas['DayConflictView'];
export type MergedDay = Schemas['MergedDayView'];
export type Published = Schemas['PublishedView'];
export type PublishProgress = Schemas['PublishProgressView'];
export type PublishRequest = Schemas['PublishBody'];
export type Revision = Schemas['RevisionView'];
export type RestoreRequest = Schemas['RestoreBody'];
export type ScheduleNotice = Schemas['NoticeView'];
export type AgentDayKey = Schemas['SettledDayBody'];
export type MySchedule = Schemas['MyScheduleView'];
export type MyNotice = Schemas['MyNoticeView'];
export type MyChange = Schemas['MyChangeView'];
export type MyCalendar = Schemas['MyCalendarView'];
export type NewCalendar = Schemas['NewCalendarView'];

/** What an agent does, as far as known. */
export type Actual = Schemas['Actual'];
export type Impact = Schemas['Impact'];
export type NamedActivity = Schemas['NamedActivityView'];
export type Verdict = Schemas['Verdict'];
export type VerdictRule = Schemas['VerdictRule'];
/** What of an agent is to be approved. */
export type NewApproval = Schemas['ApprovalBody'];
export type Wall = Schemas['WallView'];
export type WallAgent = Schemas['WallAgentView'];
export type WallFigures = Schemas['WallFiguresView'];
export type AdherenceDay = Schemas['AdherenceDayView'];
export type AdherenceHistory = Schemas['AdherenceHistoryViewOfHistoryRowView'];
export type AdherenceHistoryRow = Schemas['HistoryRowView'];
export type AdherenceSeconds = Schemas['DayTotalsView'];
export type AdherenceException = Schemas['DayExceptionView'];
export type JudgedStretch = Schemas['DayJudgedView'];

/** One wrong field of problem details (RFC 9457), which the document does not describe. */
export interface FieldError {
  field: string;
  message: string;
}
