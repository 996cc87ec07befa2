using Muster.Domain.Outcomes;

namespace Muster.Server.Demand.Skills;

/// <summary>
/// Simulations that somebody waits for: a few at once, so that a node has time for its other work, and none for ever.
/// Who goes away ends his own.
/// </summary>
public sealed class SimulationDesk(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <exception cref="OperationCanceledException">The caller has gone away.</exception>
    public async Task<Outcome<T>> RunAsync<T>(Func<CancellationToken, T> simulate, CancellationToken token)
        where T : class
    {
        await _places.WaitAsync(token);
        try
        {
            using var late = new CancellationTokenSource(Longest, time);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(token, late.Token);
            try
            {
                return await Task.Run(() => simulate(end.Token), end.Token);
            }
            catch (OperationCanceledException) when (late.IsCancellationRequested && !token.IsCancellationRequested)
            {
                return new Refusal.Conflict(FormattableString.Invariant(
                    $"The simulation was given up after {Longest.TotalSeconds:0} s.\n")
                    + "Maybe fewer agent groups, or fewer calls.");
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
