namespace Muster.Server.Api.Schedules;

/// <summary>The steps of editing.</summary>
public enum EditKind
{
    Add,
    Remove,
    Move,
    Resize,
    Replace,
    Swap,
}
