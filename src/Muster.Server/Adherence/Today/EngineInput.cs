using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>What is stored, as the engine takes it.</summary>
internal static class EngineInput
{
    public static ActivityFacts Of(ActivityCode code) => new(code.Id, code.Category, code.CountsAsWork);

    public static ScheduleVersion Of(ToldDay told) => new(
        told.Day.Agent, told.Day.Day, told.Day.Version,
        told.ToldAt is { } at ? Instant.FromDateTimeOffset(at) : null, told.Day.Content);

    public static Approval Of(ApprovalRow row) => new(
        row.Id, row.Agent, Instant.FromDateTimeOffset(row.Start), Instant.FromDateTimeOffset(row.End));

    public static Instant? Moment(DateTimeOffset? at) => at is { } known ? Instant.FromDateTimeOffset(known) : null;
}
