using Muster.Adherence.Results;
using Muster.Domain.Time;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Sums what is stored into rows, slice by slice: in the memory of one, however many there are.</summary>
public sealed class HistoryReading(AdherenceHistoryStore store)
{
    /// <summary>The rows of a slice in their order; those of which nothing is stored are left out.</summary>
    internal async Task<IReadOnlyList<HistoryRow>> ReadAsync(
        HistoryOutline outline, HistorySlice slice, CancellationToken token)
    {
        var sums = new Dictionary<(long Part, int Group), AdherenceTotals>();
        var stints =
            from place in Enumerable.Range(slice.Group, slice.EndGroup - slice.Group)
            from stint in outline.Groups[place].Stints
            group (place, stint) by outline.Scope.ZoneOf(stint.Agent);
        foreach (var zone in stints)
        {
            var shares = zone.Select(one => Share(one.place, one.stint, zone.Key)).ToArray();
            foreach (var window in outline.Axis.Windows(slice, zone.Key))
            {
                foreach (var sum in await store.SumAsync(shares, window.Starts, window.End, token))
                {
                    Add(sums, (window.Part + sum.Part, sum.Place), sum);
                }
            }
        }

        return
        [
            .. from sum in sums
               orderby sum.Key
               select new HistoryRow(
                   outline.Groups[sum.Key.Group], sum.Key.Part, outline.Axis.DayOf(sum.Key.Part),
                   outline.Axis.StartOf(sum.Key.Part), sum.Value),
        ];
    }

    private static HistoryShare Share(int place, HistoryStint stint, DateTimeZone zone) =>
        new(place, stint.Agent.Id, Days.Start(stint.From, zone), Days.Start(stint.End, zone));

    private static void Add(
        Dictionary<(long Part, int Group), AdherenceTotals> sums, (long Part, int Group) key, HistorySum sum)
    {
        var all = sums.GetValueOrDefault(key);
        all.Add(new AdherenceTotals
        {
            In = sum.In,
            Out = sum.Out,
            Explained = sum.Explained,
            Unknown = sum.Unknown,
            Ignored = sum.Ignored,
            Unscheduled = sum.Unscheduled,
            UnscheduledExplained = sum.UnscheduledExplained,
            ScheduledOnQueue = sum.ScheduledOnQueue,
            ScheduledWork = sum.ScheduledWork,
            Work = sum.Work,
        });
        sums[key] = all;
    }
}
