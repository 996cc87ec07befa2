namespace Muster.Server.Events;

/// <summary>Whose lines come.</summary>
/// <param name="Source">The source's number.</param>
/// <param name="ToldUntil">
/// With these lines the source has told all that happened before; what is later is not known yet. Null: up to now.
/// </param>
public readonly record struct LineOrigin(int Source, DateTimeOffset? ToldUntil = null)
{
    /// <summary>Lines that are no sign of life, such as those that somebody sends again.</summary>
    public static readonly DateTimeOffset NoSign = DateTimeOffset.UnixEpoch;
}
