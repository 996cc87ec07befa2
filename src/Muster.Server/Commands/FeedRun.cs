using System.Globalization;
using Muster.Server.Api.Events;
using Muster.Server.Events;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>Feeds a source to its end, or until it is stopped, and says how that went.</summary>
internal static class FeedRun
{
    private const int ToldAtMost = 20;

    private static readonly TimeSpan BetweenNews = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(FeedOrder order, CancellationToken token)
    {
        var time = TimeProvider.System;
        using var sender = new FeedSender(order, time, Say);
        var lines = new FeedLines(order, time);
        IngestedView? all = null;
        try
        {
            all = await sender.AskAsync(token);
            var (last, sent, told) = (all.LastPosition, 0, time.GetTimestamp());
            Say(string.Create(CultureInfo.InvariantCulture, $"{order.Source} is at position {last} of run {all.Run}."));
            await foreach (var batch in lines.ReadAsync(last, token))
            {
                var answer = await sender.SendAsync(batch, lines.IsBehind ? LineOrigin.NoSign : null, token);
                Tell(answer, sent, Say);
                sent += answer.Rejected.Count;
                all = Sum(all, answer);
                if (time.GetElapsedTime(told) > BetweenNews)
                {
                    Say(string.Create(CultureInfo.InvariantCulture,
                        $"{all.Accepted} lines taken in, position {all.LastPosition}."));
                    told = time.GetTimestamp();
                }
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested && order.Follow)
        {
            // The way to end it. What was sent and not answered is sent again by the next run.
        }

        return all is null ? MusterCommand.Failed : End(all, lines.Skipped);
    }

    private static int End(IngestedView all, long skipped)
    {
        Say(string.Create(CultureInfo.InvariantCulture,
            $"{all.Accepted} lines taken in, {skipped + all.Duplicates} were there before, ")
            + string.Create(CultureInfo.InvariantCulture,
                $"{all.Quarantined + all.Dropped} cannot be used. Position {all.LastPosition}."));
        return all.Quarantined + all.Dropped > 0 ? MusterCommand.Failed : 0;
    }

    private static IngestedView Sum(IngestedView one, IngestedView next) => next with
    {
        Accepted = one.Accepted + next.Accepted,
        Duplicates = one.Duplicates + next.Duplicates,
        Quarantined = one.Quarantined + next.Quarantined,
        Dropped = one.Dropped + next.Dropped,
    };

    // The first ones; the quarantine has all.
    internal static void Tell(IngestedView answer, int before, Action<string> say)
    {
        foreach (var line in answer.Rejected.Take(ToldAtMost - before))
        {
            var place = line.Position is { } position ? $"position {position}" : "a line";
            say($"{place}: {line.Field} {line.Reason.Replace('\n', ' ')}".Replace(
                ":  ", ": ", StringComparison.Ordinal));
        }
    }

    private static void Say(string sentence) => Terminal.Out.WriteLine(sentence);
}
