namespace Muster.Server.Api.Schedules;

/// <summary>What somebody has seen.</summary>
/// <param name="NoticeId">Absent: all that there is.</param>
public sealed record AcknowledgeBody(Guid? NoticeId = null);
