using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Reads stored exceptions, slice by slice: by day, then by agent, then as they followed each other.</summary>
public sealed class ExceptionReading(AdherenceHistoryStore store)
{
    /// <param name="outline">By <see cref="HistoryBy.AgentDay"/>.</param>
    internal async Task<IReadOnlyList<HistoryException>> ReadAsync(
        HistoryOutline outline, HistorySlice slice, CancellationToken token)
    {
        var days = (Day(outline, slice.Part), Day(outline, slice.EndPart));
        var shares =
            from place in Enumerable.Range(slice.Group, slice.EndGroup - slice.Group)
            from stint in outline.Groups[place].Stints
            select new HistoryDays(place, stint.Agent.Id, stint.From, stint.End);
        var told = await store.ListExceptionsAsync([.. shares], days, token);
        return [.. told.Select(one => new HistoryException(outline.Groups[one.Place], one))];
    }

    private static LocalDate Day(HistoryOutline outline, long part) => outline.Axis.DayOf(part)!.Value;
}
