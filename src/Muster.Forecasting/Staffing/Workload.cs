using Muster.Domain.Outcomes;

namespace Muster.Forecasting.Staffing;

/// <summary>What arrives at one queue in one interval. Arrivals are Poisson, handle times exponential.</summary>
/// <param name="Contacts">Offered in the interval: 0 or more, whole or not.</param>
/// <param name="HandleSeconds">
/// Mean from answer to end of after-call work; not 0 unless there are no contacts. Of chats: the mean length of a
/// chat as it is when an agent has <see cref="AtOnce"/> of them.
/// </param>
public readonly record struct Workload(double Contacts, double HandleSeconds)
{
    /// <summary>The greatest load that is reckoned with, in erlang.</summary>
    public const double MostLoad = 1_000_000;

    public const int MostAtOnce = 100;

    private const double Shortest = 0.001;
    private const double Longest = 1e9;

    /// <summary>The interval's length; 900 unless given.</summary>
    public double IntervalSeconds { get; init; } = 900;

    /// <summary>
    /// How long people wait on average before they give up (Erlang A). Null: all wait until they are answered
    /// (Erlang C).
    /// </summary>
    public double? PatienceSeconds { get; init; }

    /// <summary>
    /// How many chats an agent has at once, each served by its own pace; 1 for calls. N agents are then N times as many
    /// servers, and a chat waits only while all of them are taken.
    /// </summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>In erlang: servers that would be busy if nobody waited.</summary>
    public double Load => Contacts * HandleSeconds / IntervalSeconds;

    internal bool IsFit =>
        Contacts is >= 0 and <= Fields.MostContacts
        && IntervalSeconds is >= Shortest and <= Longest && AtOnce is >= 1 and <= MostAtOnce
        && PatienceSeconds is null or (>= Shortest and <= Longest)
        && (Contacts == 0 ? HandleSeconds is >= 0 and <= Longest : HandleSeconds is >= Shortest and <= Longest)
        && Load <= MostLoad;

    internal void Check(FieldChecks checks, string prefix)
    {
        Fields.Number(checks, prefix + "contacts", Contacts, 0, Fields.MostContacts);
        Fields.Number(checks, prefix + "handle_seconds", HandleSeconds, 0, Longest);
        Fields.Number(checks, prefix + "interval_seconds", IntervalSeconds, Shortest, Longest);
        Fields.Number(checks, prefix + "patience_seconds", PatienceSeconds, Shortest, Longest);
        Fields.Number(checks, prefix + "at_once", AtOnce, 1, MostAtOnce);
        checks.That(Contacts is not > 0 || HandleSeconds is not (>= 0 and < Shortest), prefix + "handle_seconds",
            "is nothing, but there are contacts.\nMaybe the mean from answer to end of work, 180 for instance.");
        checks.That(Load is not (> MostLoad and < double.PositiveInfinity), prefix + "contacts",
            Fields.Text($"are {Load:0} erlang, more than {MostLoad:0}.\nMaybe a unit is wrong."));
    }
}
