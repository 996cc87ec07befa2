using Muster.Domain.Identity;
using Muster.Storage;

namespace Muster.Bench.Stage;

/// <summary>What a measurement writes, it writes in its own name.</summary>
internal static class BenchWrites
{
    public static WriteContext Context() => new(Actor.Muster("bench"), TimeProvider.System.GetUtcNow(), "bench");

    public static Task<WriteTransaction> BeginAsync(Database database, CancellationToken token) =>
        database.BeginAsync(Context(), token);
}
