using Muster.Server.Options;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.Results;

/// <summary>Makes room for results of adherence, and drops those that are kept no longer.</summary>
public sealed class ResultHousekeeping(ResultStore results, AdherenceOptions options)
{
    public Task<int> KeepPartitionsAsync(CancellationToken token) =>
        results.KeepPartitionsAsync(options.KeepDays, token);
}
