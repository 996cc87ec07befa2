namespace Muster.Server.Api.Schedules;

/// <summary>Which of the two contents of a day counts.</summary>
public enum SettleTake
{
    KeepDraft,
    TakePublished,
}
