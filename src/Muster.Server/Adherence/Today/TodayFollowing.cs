using System.Collections.Concurrent;
using Muster.Cluster.Streams;
using Muster.Server.Agreement;
using Muster.Server.Events;
using Muster.Server.People;
using Muster.Storage;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// The strand of a node's adherence: it alone touches the fold. It reads the log as it grows, follows schedules, rules,
/// organization, people and notices, lets time pass, and shows what came of it on the board.
/// </summary>
internal sealed partial class TodayFollowing(
    TodayReading reading, TodayBoard board, TodayDesks desks, ClusterParts cluster, EventPulse pulse,
    TimeProvider time, ILogger<TodayFollowing> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    // What failed by a mistake of ours is likely to fail again.
    private static readonly TimeSpan RetryAfterFault = TimeSpan.FromSeconds(15);

    // The database's clock was set back, or another database has taken over: what was judged ahead is no result.
    private static readonly Duration MostAhead = Duration.FromSeconds(5);

    // A node that has not judged by then acknowledges, and serves no verdict before it has.
    private static readonly TimeSpan JudgePatience = TimeSpan.FromSeconds(3);

    // Followed from before the node joins; else a node without other roles would not hear of people.
    private readonly Cached<ChangeMarks> _people = cluster.Node.FollowMarks(PeopleScope.Name);

    private readonly ConcurrentQueue<JudgeAsk> _asked = new();
    private readonly Wake _wake = new(time);
    private volatile bool _isLoaded;

    // Somebody has waited in vain: until the strand has judged all that it was asked, nobody else waits.
    private volatile bool _isBehind;
    private long _number;
    private bool _isAway;

    // When the database was last asked, by the time stamps of this process, and what its clock said. This node's own
    // clock may jump.
    private long _lookedAt;
    private DateTimeOffset _lookedNow;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        cluster.Judged.Judge = JudgeAsync;
        cluster.Node.Applied += (_, _) => _wake.Set();
        desks.Results.WhenAsked(_wake.Set);
        return base.StartAsync(cancellationToken);
    }

    // A part that fails is not waited for by the other.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await await Task.WhenAny(HearPulseAsync(stoppingToken), FollowAsync(stoppingToken));

    // The cluster's strand asks, before it acknowledges.
    private async Task JudgeAsync(ScopeDelta delta, CancellationToken token)
    {
        if (!_isLoaded || _isBehind)
        {
            return;
        }

        var ask = new JudgeAsk(delta);
        _asked.Enqueue(ask);
        _wake.Set();
        try
        {
            await ask.Done.Task.WaitAsync(JudgePatience, time, token);
        }
        catch (TimeoutException)
        {
            _isBehind = true;
            Behind(delta.Position);
        }
    }

    private async Task HearPulseAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            await pulse.NextAsync(token);
            _wake.Set();
        }
    }

    private async Task FollowAsync(CancellationToken token)
    {
        while (true)
        {
            var pause = Retry;
            try
            {
                await FollowOnceAsync(token);
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                TellAway(problem);
            }
            catch (Exception fault) when (!token.IsCancellationRequested) // Edge: role loop. The node goes on.
            {
                Failed(fault);
                pause = RetryAfterFault;
            }
            finally
            {
                _isLoaded = false;
                board.Clear();
                desks.Presence.Answer(null);
                desks.Results.Clear();
                Answer();
            }

            await Task.Delay(pause, time, token);
        }
    }

    private async Task FollowOnceAsync(CancellationToken token)
    {
        var begun = time.GetTimestamp();
        var fold = await reading.LoadAsync(token);
        _lookedAt = 0;
        board.Show(fold.Snapshot(null, ++_number, time.GetTimestamp()));
        _isLoaded = true;
        Loaded(fold.Agents.Count, fold.Seq, time.GetElapsedTime(begun).TotalMilliseconds);
        while (await TryStepAsync(fold, token))
        {
            await _wake.WaitAsync(Poll, token);
        }
    }

    /// <returns>False when all has to be read anew.</returns>
    private async Task<bool> TryStepAsync(TodayFold fold, CancellationToken token)
    {
        try
        {
            var goesOn = await JudgeAskedAsync(fold, token) && await StepAsync(fold, token);
            Show(fold);
            desks.Presence.Answer(fold);
            if (goesOn)
            {
                desks.Results.Step(fold);
            }

            _isAway = false;
            return goesOn;
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            // What was folded stays; it is not served once it is old.
            TellAway(problem);
            desks.Presence.Answer(null);
            Answer();
            await Task.Delay(Retry, time, token);
            return true;
        }
    }

    private async Task<bool> JudgeAskedAsync(TodayFold fold, CancellationToken token)
    {
        while (_asked.TryPeek(out var ask))
        {
            if (!await reading.JudgeAsync(fold, ask.Delta.Position, ask.Delta, token))
            {
                return false;
            }

            Show(fold);
            _asked.TryDequeue(out _);
            ask.Done.TrySetResult();
        }

        _isBehind = false;
        return true;
    }

    private async Task<bool> StepAsync(TodayFold fold, CancellationToken token)
    {
        if (cluster.Organization.Current is { } organization)
        {
            fold.Apply(organization);
        }

        var people = cluster.Node.Positions.GetValueOrDefault(PeopleScope.Name);
        if ((people > fold.People && !await reading.FollowPeopleAsync(fold, token))
            || !await reading.FollowTermsAsync(fold, token))
        {
            return false;
        }

        var isLook = _lookedAt == 0 || time.GetElapsedTime(_lookedAt) >= LookEvery || desks.Results.WantsLook;
        if (isLook && (!await desks.Results.LookAsync(fold, token) || !await LookAsync(fold, token)))
        {
            return false;
        }

        if (await reading.HasMoreAsync(fold, token))
        {
            await reading.CatchUpAsync(fold, token);
        }

        fold.Advance(Instant.FromDateTimeOffset(_lookedNow + time.GetElapsedTime(_lookedAt)));
        return cluster.Schedules.Applied.Timeline == fold.Schedules.Timeline
            ? await reading.JudgeAsync(fold, cluster.Schedules.Applied, null, token)
            : cluster.Schedules.Applied.Timeline < fold.Schedules.Timeline;
    }

    private async Task<bool> LookAsync(TodayFold fold, CancellationToken token)
    {
        var look = await reading.LookAsync(token);

        // After the answer, so that the sum is never ahead of the database.
        (_lookedAt, _lookedNow) = (time.GetTimestamp(), look.Now);
        if (Instant.FromDateTimeOffset(look.Now) + MostAhead < fold.AsOf)
        {
            return false;
        }

        await reading.FollowNoticesAsync(fold, look.Now, token);
        return fold.Hear(look) && look.Last >= fold.Seq;
    }

    private void Show(TodayFold fold)
    {
        var shown = fold.Snapshot(board.Known, _number + 1, time.GetTimestamp());
        _number = shown.Number;
        board.Show(shown);
    }

    // Once, not with every attempt.
    private void TellAway(Exception problem)
    {
        if (!_isAway)
        {
            _isAway = true;
            Away(problem.Message);
        }
    }

    private void Answer()
    {
        while (_asked.TryDequeue(out var ask))
        {
            ask.Done.TrySetResult();
        }
    }
}
