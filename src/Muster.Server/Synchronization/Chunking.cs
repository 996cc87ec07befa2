using System.Runtime.CompilerServices;

namespace Muster.Server.Synchronization;

/// <summary>Cuts a stream into pages.</summary>
internal static class Chunking
{
    public static async IAsyncEnumerable<IReadOnlyList<T>> ChunkAsync<T>(
        this IAsyncEnumerable<T> rows, int size, [EnumeratorCancellation] CancellationToken token)
    {
        var page = new List<T>(size);
        await foreach (var row in rows.WithCancellation(token))
        {
            page.Add(row);
            if (page.Count == size)
            {
                yield return page;
                page = new List<T>(size);
            }
        }

        if (page.Count > 0)
        {
            yield return page;
        }
    }
}
