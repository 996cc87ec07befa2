using Muster.Storage.Adherence;
using Muster.Storage.Events;
using Muster.Storage.Organization;

namespace Muster.Server.Adherence.Today;

/// <summary>What adherence is folded from.</summary>
public sealed record TodayStores(
    FeedStore Feeds, EventLogStore Log, ToldDayStore Days, WatchedPersonStore People, OrganizationStore Organization,
    ApprovalStore Approvals, EventLossStore Losses);
