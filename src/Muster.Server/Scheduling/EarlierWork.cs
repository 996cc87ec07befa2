namespace Muster.Server.Scheduling;

/// <summary>What earlier builds say about the people of a unit.</summary>
/// <param name="Rebuilt">Of the same period: what is not built anew stays as it is there.</param>
/// <param name="History">Whose last days are before the period; null: not known.</param>
internal sealed record EarlierWork(EarlierSchedule? Rebuilt, EarlierSchedule? History)
{
    public static EarlierWork None { get; } = new(null, null);
}
