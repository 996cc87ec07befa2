using Muster.Domain.Outcomes;
using Muster.Forecasting.HandleTimes;
using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>What a file says of one queue.</summary>
public sealed class QueueHistory(string name)
{
    private const int Quarter = 15;

    private readonly List<VolumeRow> _local = [];

    private readonly List<(Instant Start, double Volume)> _instants = [];

    private readonly List<HandleTimeRow> _handleTimes = [];

    public string Name => name;

    public IReadOnlyList<HandleTimeRow> HandleTimes => _handleTimes;

    /// <param name="zone">With one, times that have an offset are instants; without, what clocks showed.</param>
    public void Add(HistoryRow row, DateTimeZone? zone)
    {
        var start = row.Start;
        if (zone is not null && row.Instant is { } instant)
        {
            _instants.Add((instant, row.Offered));
            start = instant.InZone(zone).LocalDateTime;
        }
        else
        {
            _local.Add(new VolumeRow(start, row.Offered));
        }

        if (row.HandleSeconds is { } seconds && (row.Handled ?? row.Offered) is > 0 and var contacts)
        {
            _handleTimes.Add(new HandleTimeRow(start, contacts, seconds));
        }
    }

    /// <param name="minutes">Null: as in the rows, but a quarter of an hour at least.</param>
    public Outcome<IntervalSeries> Series(DateTimeZone zone, int? minutes)
    {
        var read = Read(new SeriesOptions { Zone = zone });
        if (read.Refused is not null && minutes is not null)
        {
            // It may not show in the rows how long intervals are; then what is asked for counts.
            read = Read(new SeriesOptions { Zone = zone, Minutes = minutes });
        }

        return read.Refused is { } refused ? refused
            : (minutes ?? AtLeastQuarter(read.Value.Minutes)) is var length && length == read.Value.Minutes ? read
            : read.Value.To(length);
    }

    private Outcome<IntervalSeries> Read(SeriesOptions options) =>
        _instants.Count > 0 ? SeriesReader.Read(_instants, options) : SeriesReader.Read(_local, options);

    private static int AtLeastQuarter(int minutes) =>
        minutes >= Quarter ? minutes : IntervalSeries.CommonLength(minutes, Quarter);
}
