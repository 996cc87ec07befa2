namespace Muster.Server.Scheduling;

/// <summary>What an interval of a shift can hold.</summary>
/// <param name="Kind">work, pause or meeting.</param>
/// <param name="Name">Of the planning group or of the break; empty: work for whichever group needs it.</param>
public sealed record BuiltActivity(string Kind, string Name, bool Paid)
{
    internal const string Work = "work";
    internal const string Pause = "pause";
    internal const string Meeting = "meeting";
}
