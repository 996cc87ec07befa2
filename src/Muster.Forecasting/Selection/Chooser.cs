using Muster.Forecasting.Results;

namespace Muster.Forecasting.Selection;

/// <summary>
/// Which method forecasts a horizon: of those that cannot be told from the best the simplest, so that luck does not win
/// against a method that a planner understands. "Cannot be told" is half a standard error of the difference, origin by
/// origin: with a whole one the errors on New York's years 2010 to 2015 were 0.5 % higher.
/// </summary>
internal sealed class Chooser(Trials trials, Horizon horizon)
{
    private const double StandardErrors = 0.5;
    private const int Combined = 3;
    private const int FewestOrigins = 2;
    private const int CombinedComplexity = 9;

    // Rehearsals that have a day to judge by in this horizon: where nothing came at all, no error is a part of it.
    private readonly Rehearsal[] _used = [.. trials.Rehearsals.Where(r => trials.HasVolume(r, horizon))];

    /// <returns>Null when there is too little to try methods on.</returns>
    public Choice? Choose()
    {
        var single = Enumerable.Range(0, trials.Methods.Count).Select(ScoresOf).ToArray();
        var usable = Enumerable.Range(0, single.Length).Where(m => single[m].All(double.IsFinite)).ToArray();
        if (_used.Length < FewestOrigins || usable.Length == 0)
        {
            return null;
        }

        var candidates = usable.Select(m => new Candidate(
            trials.Methods[m].Name, trials.Methods[m].Complexity, [m], single[m], PredictionsOf([m])));
        return Pick([.. candidates, .. Combination(usable, single)]);
    }

    private Choice Pick(IReadOnlyList<Candidate> candidates)
    {
        var sorted = candidates.OrderBy(candidate => candidate.Mean).ToArray();
        var best = sorted[0];
        var chosen = sorted.Where(candidate => IsAsGood(candidate, best))
            .OrderBy(candidate => candidate.Complexity).ThenBy(candidate => candidate.Mean).First();
        return new Choice(horizon, chosen.Name, chosen.Methods, Reason(chosen, best), [.. sorted.Select(
            candidate => new MethodScore(candidate.Name, candidate.Mean, candidate.Complexity))])
        {
            Predictions = chosen.Predictions,
        };
    }

    private string Reason(Candidate chosen, Candidate best) => chosen == best
        ? $"It had the smallest error ({best.Mean:0.0 %}) over {_used.Length} rehearsals."
        : $"Its error ({chosen.Mean:0.0 %}) over {_used.Length} rehearsals cannot be told from the best one's "
            + $"({best.Name}: {best.Mean:0.0 %}), and it is simpler.";

    private static bool IsAsGood(Candidate candidate, Candidate best)
    {
        var differences = candidate.Scores.Select((score, i) => score - best.Scores[i]).ToArray();
        var mean = differences.Average();
        var variance = differences.Sum(d => (d - mean) * (d - mean)) / Math.Max(1, differences.Length - 1);
        return candidate == best || mean <= StandardErrors * Math.Sqrt(variance / differences.Length);
    }

    private double[] ScoresOf(int method) => [.. _used.Select(rehearsal =>
        rehearsal.Predictions[method] is { } said ? trials.Score(rehearsal, horizon, said) : double.NaN)];

    /// <summary>
    /// The best methods of different kinds in equal parts. It is judged in each rehearsal by the members that the other
    /// rehearsals would have chosen.
    /// </summary>
    private IEnumerable<Candidate> Combination(int[] usable, double[][] single)
    {
        if (usable.Select(KindOf).Distinct().Count() < 2)
        {
            yield break;
        }

        var predictions = new double[][]?[trials.Rehearsals.Count];
        var scores = new double[_used.Length];
        for (var i = 0; i < _used.Length; i++)
        {
            var members = Best(usable, method => single[method].Where((_, other) => other != i).Average());
            var said = Choice.Mean([.. members.Select(m => _used[i].Predictions[m]!)]);
            scores[i] = trials.Score(_used[i], horizon, said);
            predictions[Array.IndexOf([.. trials.Rehearsals], _used[i])] = said;
        }

        var all = Best(usable, method => single[method].Average());
        var names = string.Join(" + ", all.Select(method => trials.Methods[method].Name));
        yield return new Candidate($"mean of: {names}", CombinedComplexity, all, scores, predictions);
    }

    private int[] Best(int[] usable, Func<int, double> score) => [.. usable.GroupBy(KindOf)
        .Select(kind => kind.MinBy(score)).OrderBy(score).Take(Combined)];

    private string KindOf(int method) => trials.Methods[method].Kind;

    private double[][]?[] PredictionsOf(int[] methods) =>
        [.. trials.Rehearsals.Select(r => methods.Length == 1 && _used.Contains(r) ? r.Predictions[methods[0]] : null)];

    private sealed record Candidate(
        string Name, int Complexity, int[] Methods, double[] Scores, IReadOnlyList<double[][]?> Predictions)
    {
        public double Mean { get; } = Scores.Average();
    }
}
