namespace Muster.Server.Simulate;

/// <summary>A queue with what is forecast for it.</summary>
/// <param name="Id">What statistics call it.</param>
/// <param name="Calls">Expected by piece of time, from <see cref="CentreFacts.Begin"/> on.</param>
/// <param name="PieceMinutes">The length of each.</param>
/// <param name="HandleSeconds">On average, after-call work included.</param>
/// <param name="PatienceSeconds">After which callers hang up, on average; null: never.</param>
public sealed record KnownQueue(
    string Id, IReadOnlyList<double> Calls, int PieceMinutes, double HandleSeconds, double? PatienceSeconds,
    double AnswerWithinSeconds)
{
    /// <summary>The same with so many times the calls.</summary>
    public KnownQueue Times(double factor) => this with { Calls = [.. Calls.Select(calls => calls * factor)] };
}
