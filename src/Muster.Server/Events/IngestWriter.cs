using Muster.Domain.Identity;
using Muster.Server.Options;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>
/// Writes lines of any sources in one transaction: all of them, each once however often it comes. Used by one task at a
/// time.
/// </summary>
public sealed class IngestWriter(
    Database database, IngestStores stores, AgentKeys agents, StateNumbers states, OrganizationCache organization,
    EventsOptions options, TimeProvider time)
{
    /// <summary>Sets the verdict of every line, and commits.</summary>
    /// <returns>The sources as they are now, and the log's last place; null when no event was added.</returns>
    public async Task<(IReadOnlyDictionary<int, (int Run, long Position)> Sources, long? Last)> WriteAsync(
        IReadOnlyList<IngestChunk> chunks, CancellationToken token)
    {
        var context = new WriteContext(Actor.Muster("events"), time.GetUtcNow(), "events");
        await using var transaction = await database.BeginAloneAsync(context, token);
        var all = await OpenAsync(transaction, chunks, token);
        await DecideAsync(transaction, all, token);
        await KeepUnusedAsync(transaction, all, token);
        var last = await stores.Log.AppendAsync(transaction, Append(all), token);
        await transaction.CommitAsync(token);
        states.Commit();
        return (all.ToDictionary(one => one.Source.Number, one => (one.Source.Run, one.Position)), last);
    }

    /// <summary>After a write that failed: a node that was stopped in the midst of its own may be in the way.</summary>
    public async Task FreeAsync(CancellationToken token)
    {
        try
        {
            await stores.Log.FreeAsync(token);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            // The database is away; the next write that fails looks again.
        }
    }

    private async Task<IReadOnlyList<SourceLines>> OpenAsync(
        WriteTransaction transaction, IReadOnlyList<IngestChunk> chunks, CancellationToken token)
    {
        var parts = chunks.ToLookup(chunk => chunk.Origin.Source);
        var locked = await stores.Sources.LockAsync(transaction, parts.Select(part => part.Key), token);
        SourceLines[] all = [.. locked.Select(source => new SourceLines(source, parts[source.Number]))];
        foreach (var one in all)
        {
            one.Order();
        }

        return all;
    }

    private async Task DecideAsync(
        WriteTransaction transaction, IReadOnlyList<SourceLines> all, CancellationToken token)
    {
        var (now, people) = await stores.Sources.MomentAsync(transaction, token);
        var known = await organization.CurrentAsync(token);
        states.RollBack();
        foreach (var one in all)
        {
            var checks = new LineChecks(one.Source, known, now, options.KeepDays);
            var keys = one.All.Where(line => line is { Malformed: null, Statistic: null })
                .Select(checks.KeyOf).Where(key => key is not null).Select(key => key!.Value).ToHashSet();
            await agents.LearnAsync(transaction, keys, people, token);
            var used = await FindUsedAsync(transaction, one, token);
            var told = await FindToldAsync(transaction, one, token);
            one.Decide(used, line => IsSuperseded(told, one, line), line => checks.Check(line, agents));
            await NumberAsync(transaction, one, checks, token);
        }
    }

    private async Task NumberAsync(
        WriteTransaction transaction, SourceLines one, LineChecks checks, CancellationToken token)
    {
        EventLine[] events = [.. one.Accepted.Where(line => line.Statistic is null)];
        await states.LearnAsync(transaction, one.Source.Number, events, token);
        foreach (var line in events)
        {
            line.HappenedAt = checks.TimeOf(line);
            if (states.Find(one.Source.Number, line) is { } number)
            {
                line.StateNumber = number;
                continue;
            }

            line.Verdict = LineVerdict.Open;
            line.Fault = new LineFault(QuarantineKind.TooManyStates, "state",
                $"is one more than the {StateNumbers.Most} states and reason codes of a source.\n"
                + "Maybe a text that is different each time was put into it.");
        }
    }

    private async Task<Dictionary<(int Run, long Position), long>> FindUsedAsync(
        WriteTransaction transaction, SourceLines one, CancellationToken token)
    {
        var used = new Dictionary<(int, long), long>();
        foreach (var run in one.Late.GroupBy(one.RunOf))
        {
            long[] positions = [.. run.Select(line => line.Position!.Value).Distinct()];
            foreach (var (position, content) in await stores.Log.FindUsedAsync(
                transaction, (one.Source.Number, run.Key), positions, token))
            {
                used[(run.Key, position)] = content;
            }
        }

        return used;
    }

    private async Task<IReadOnlyDictionary<(string, DateTimeOffset), (int Run, long Position)>> FindToldAsync(
        WriteTransaction transaction, SourceLines one, CancellationToken token)
    {
        HashSet<(string, DateTimeOffset)> intervals =
            [.. one.Late.Where(line => line.Statistic is not null).Select(IntervalOf)];
        return intervals.Count == 0
            ? new Dictionary<(string, DateTimeOffset), (int, long)>()
            : await stores.Statistics.FindToldAsync(transaction, one.Source.Number, intervals, token);
    }

    private static bool IsSuperseded(
        IReadOnlyDictionary<(string, DateTimeOffset), (int Run, long Position)> told, SourceLines one,
        EventLine line) =>
        line.Statistic is not null && told.TryGetValue(IntervalOf(line), out var last)
            && last.CompareTo((one.RunOf(line), line.Position!.Value)) > 0;

    private static (string Queue, DateTimeOffset At) IntervalOf(EventLine line) =>
        (line.Statistic!.Queue, new DateTimeOffset(line.At, TimeSpan.Zero));

    private async Task KeepUnusedAsync(
        WriteTransaction transaction, IReadOnlyList<SourceLines> all, CancellationToken token)
    {
        // What goes makes room for what comes.
        var unused = UnusedLines.Of(all);
        if (unused.Replaced.Count > 0)
        {
            await stores.Quarantine.DeleteAsync(transaction, unused.Replaced, token);
        }

        if (unused.Rows.Count > 0)
        {
            unused.Settle(await stores.Quarantine.PutAsync(transaction, unused.Rows, options.Quarantine, token));
        }

        foreach (var one in all.Where(one => one.MayHaveUnused))
        {
            foreach (var run in one.Accepted.GroupBy(one.RunOf))
            {
                await stores.Quarantine.DeleteAsync(
                    transaction, (one.Source.Number, run.Key), [.. run.Select(line => line.Position!.Value)], token);
            }
        }
    }

    private static LogAppend Append(IReadOnlyList<SourceLines> all)
    {
        var (events, spans) = (new List<NewEvent>(), new List<PositionSpan>());
        foreach (var one in all)
        {
            foreach (var run in one.Accepted.Where(line => line.Statistic is null).GroupBy(one.RunOf))
            {
                events.AddRange(run.Select(line => new NewEvent(
                    one.Source.Number, run.Key, line.Position!.Value, line.HappenedAt, line.AgentId, line.StateNumber,
                    line.Content)));
                spans.Add(new PositionSpan(
                    one.Source.Number, run.Key, run.Min(line => line.Position!.Value),
                    run.Max(line => line.Position!.Value)));
            }
        }

        return new LogAppend(events, spans, [.. all.SelectMany(Statistics)], [.. all.Select(one => one.Counts())]);
    }

    // Of several that tell of one interval the highest position counts.
    private static IEnumerable<IntervalStatistic> Statistics(SourceLines one) => one.Accepted
        .Where(line => line.Statistic is not null).GroupBy(IntervalOf)
        .Select(group => group.MaxBy(line => (one.RunOf(line), line.Position!.Value))!)
        .Select(line => new IntervalStatistic
        {
            Source = one.Source.Number,
            Queue = line.Statistic!.Queue,
            At = new DateTimeOffset(line.At, TimeSpan.Zero),
            Minutes = line.Statistic.Minutes,
            Offered = line.Statistic.Offered,
            Answered = line.Statistic.Answered,
            Abandoned = line.Statistic.Abandoned,
            HandleSeconds = line.Statistic.HandleSeconds,
            AnsweredWithin = line.Statistic.AnsweredWithin,
            Run = one.RunOf(line),
            Position = line.Position!.Value,
            Content = line.Content,
        });
}
