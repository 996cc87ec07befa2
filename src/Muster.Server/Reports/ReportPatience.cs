using System.Runtime.CompilerServices;
using Muster.Storage;

namespace Muster.Server.Reports;

/// <summary>
/// Reads again when the database is away for a moment: a file that took minutes is not thrown away for a switch of the
/// database.
/// </summary>
public sealed class ReportPatience(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>Reads part after part, each when it is wanted.</summary>
    public async IAsyncEnumerable<T> EachAsync<TPart, T>(
        IEnumerable<TPart> parts, Func<TPart, CancellationToken, Task<T>> read,
        [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var part in parts)
        {
            yield return await ReadAsync(again => read(part, again), token);
        }
    }

    private async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken token)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await read(token);
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                if (time.GetElapsedTime(begun) > Longest)
                {
                    throw;
                }

                await Task.Delay(Pause, time, token);
            }
        }
    }
}
