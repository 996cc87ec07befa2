using Muster.Domain.Demand;
using Muster.Domain.Scheduling;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Score;
using Muster.Storage.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>A part of a build on this node: searches and keeps what is found, until over or somebody else's.</summary>
internal sealed class BuildRun(BuildClaim claim, ScheduleBuild build, BuildInput input, BuildKeeping keeping)
{
    private const int MostPoints = 240;
    private const int MostBreachesTold = 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(2);

    private readonly List<ProgressPoint> _progress = DemandJson.Read<List<ProgressPoint>>(claim.Progress);
    private ScheduleScore? _kept;
    private SearchNews? _noted;

    /// <summary>Returns when the part is searched, given up, or taken over by somebody else.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        var start = claim.Incumbent is { } incumbent
            ? BuiltSchedule.Read(incumbent).Start(input)
            : input.Problem.Start;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(token);
        var search = new BuildSearch(
            input.Problem with { Start = start }, claim.Seed, claim.Spent, TimeSpan.FromSeconds(build.Seconds),
            keeping.Time);
        var searching = Task.Factory.StartNew(
            () => search.Run(gone.Token), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            if (await IsMineAsync(search, searching, token))
            {
                await searching;
                await keeping.EndAsync(claim, Final(search.News!), token);
            }
        }
        finally
        {
            await gone.CancelAsync();
            await searching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (token.IsCancellationRequested && search.News is { } last)
            {
                // The node stops: another one goes on from here at once.
                using var limit = new CancellationTokenSource(LastWord, keeping.Time);
                await keeping.GiveBackAsync(claim, Save(last, "waiting"), limit.Token);
            }
        }
    }

    // Until the search is over; false as soon as the part is nobody's or somebody else's.
    private async Task<bool> IsMineAsync(BuildSearch search, Task searching, CancellationToken token)
    {
        while (!searching.IsCompleted)
        {
            await Task.WhenAny(searching, Task.Delay(LookEvery, keeping.Time, token));
            token.ThrowIfCancellationRequested();
            var verdict = searching.IsCompleted ? BuildVerdict.GoOn : await KeepAsync(search.News, token);
            if (verdict == BuildVerdict.Gone)
            {
                return false;
            }

            if (verdict == BuildVerdict.Stop)
            {
                search.End();
            }
        }

        token.ThrowIfCancellationRequested();
        return true;
    }

    private async Task<BuildVerdict> KeepAsync(SearchNews? news, CancellationToken token)
    {
        if (news is null)
        {
            return await keeping.LookAsync(claim, token);
        }

        var verdict = await keeping.SaveAsync(claim, Save(news, "running"), token);

        // Only now: what was not stored is told again, by whoever tells next.
        _kept = news.Score;
        return verdict;
    }

    private BuildSave Save(SearchNews news, string state)
    {
        if (news != _noted)
        {
            _noted = news;
            Note(news);
        }

        var isBetter = _kept is not { } kept || news.Score < kept;
        var save = new BuildSave(state, news.Spent, news.Steps, DemandJson.Write(_progress)) { Bound = news.Bound };
        if (!isBetter)
        {
            return save;
        }

        return save with
        {
            Breaches = news.Score.Breaches,
            Cost = news.Score.Cost,
            Incumbent = BuiltSchedule.Of(input, news.Best).Write(),
            Input = input.Print.Write(),
            Findings = DemandJson.Write(input.Findings),
        };
    }

    private BuildSave Final(SearchNews news)
    {
        var broken = Scoring.Breaches(input.Problem, news.Best).Where(breach => breach.Rule.IsHard).ToList();
        string[] findings =
        [
            .. input.Findings, .. news.Contradictions.Concat(broken.Select(breach => breach.Text))
                .Take(MostBreachesTold),
        ];
        return Save(news, "done") with { Findings = DemandJson.Write(findings) };
    }

    private void Note(SearchNews news)
    {
        _progress.Add(new ProgressPoint(
            Math.Round(news.Spent.TotalSeconds, 2), news.Score.Breaches, news.Score.Cost, news.Bound,
            Math.Round(CoveredBy(news.Best), 4)));
        if (_progress.Count > MostPoints)
        {
            var thinned = _progress.Where((_, index) => index % 2 == 0).ToList();
            _progress.Clear();
            _progress.AddRange(thinned);
        }
    }

    private double CoveredBy(Schedule schedule)
    {
        var demand = (IntervalDemand)input.Problem.Demand;
        var required = demand.Needs.Sum(need => (long)need.Least);
        var served = Scoring.Served(input.Problem, schedule)
            .Zip(demand.Needs, (have, need) => (long)Math.Min(have, need.Least)).Sum();
        return required == 0 ? 1 : (double)served / required;
    }
}
