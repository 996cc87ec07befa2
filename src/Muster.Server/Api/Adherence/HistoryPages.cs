using System.Globalization;
using Muster.Server.Adherence.History;

namespace Muster.Server.Api.Adherence;

/// <summary>What the lists of stored results have in common.</summary>
internal static class HistoryPages
{
    /// <summary>Up to when results are stored, of answers that are files; without it nothing ever was.</summary>
    public const string UntilHeader = "Muster-Stored-Until";

    public static void SayUntil(HttpContext http, HistoryScope scope)
    {
        if (scope.Stored.Until is { } until)
        {
            http.Response.Headers[UntilHeader] = until.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Reads as much of a list as a page needs.</summary>
    /// <returns>More rows than a page may hold, when there are more.</returns>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        IEnumerable<HistorySlice> slices, Func<HistorySlice, CancellationToken, Task<IReadOnlyList<T>>> read, int limit,
        CancellationToken token)
    {
        var rows = new List<T>();
        foreach (var slice in slices)
        {
            rows.AddRange(await read(slice, token));
            if (rows.Count > limit)
            {
                break;
            }
        }

        return rows;
    }
}
