using System.Diagnostics.Metrics;
using Muster.Server.Telemetry;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.Results;

/// <summary>What the aggregator has stored, and what waits, as metrics. Safe for many threads.</summary>
internal sealed class AggregatorMetrics : IDisposable
{
    private readonly Meter _meter = new(Metrics.MeterName);
    private readonly Counter<long> _rows;
    private readonly TimeProvider _time;
    private long _storedUntil;

    public AggregatorMetrics(ResultDesk desk, TimeProvider time)
    {
        _time = time;
        _rows = _meter.CreateCounter<long>(
            "muster.adherence.rows", "{row}", "Rows of stored adherence that this process has written.");
        _meter.CreateObservableGauge(
            "muster.adherence.lag", Lag, "s",
            "How long ago the time ended of which results are stored; only of the process that stores them.");
        _meter.CreateObservableGauge(
            "muster.adherence.remembered", () => desk.Remembered, "{agent}",
            "Agents whose results this process remembers because they may not be stored yet.");
        _meter.CreateObservableGauge(
            "muster.adherence.recounts", Waiting, "{agent}",
            "Agents of whom past days wait to be judged anew; only of the process that does it.");
    }

    /// <summary>Whether this process has the lease.</summary>
    public bool Holds { get; set; }

    /// <summary>How many agents wait for a recount.</summary>
    public long Recounts { get; set; }

    public void Stored(ResultRows rows, ResultPosition? position)
    {
        _rows.Add(rows.Intervals.Count + rows.Exceptions.Count);
        if (position is not null)
        {
            Volatile.Write(ref _storedUntil, position.Until.ToUnixTimeSeconds());
        }
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Waiting() => Holds ? [new Measurement<long>(Recounts)] : [];

    private IEnumerable<Measurement<double>> Lag() => Holds && Volatile.Read(ref _storedUntil) is > 0 and var until
        ? [new Measurement<double>(_time.GetUtcNow().ToUnixTimeSeconds() - until)]
        : [];
}
