using Muster.Storage.BuiltIn;

namespace Muster.Server.Health;

/// <summary>Watches the built-in PostgreSQL and the disk it lives on.</summary>
public sealed class BuiltInHealth(BuiltInPostgres postgres, TimeProvider time) : BackgroundService, IHealthSource
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private volatile string? _low;

    public Task<HealthCheck> CheckAsync(CancellationToken token)
    {
        var state = postgres.State;
        return Task.FromResult(new HealthCheck(
            "built-in postgres",
            state.Status == PostgresStatus.Running && _low is null,
            _low is { } low ? $"{state.Sentence} {low}" : state.Sentence));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            var space = postgres.Check();
            _low = space.IsLow ? space.Sentence : null;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
