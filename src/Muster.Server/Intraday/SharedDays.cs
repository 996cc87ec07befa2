using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Intraday;

/// <summary>
/// Reads a day once for all who ask for the same at the same time, as long as nothing of it changes: whoever is told to
/// read again is told with all others. Safe for many threads.
/// </summary>
public sealed class SharedDays(DayReading reading, DayNews news, TimeProvider time)
{
    // Agents come and go without any news.
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<Key, (Task<Outcome<UnitDay>> Reading, long At)> _days = [];

    public async Task<Outcome<UnitDay>> ReadAsync(BusinessUnit unit, DayAsk asked, CancellationToken token)
    {
        var version = await news.VersionAsync(unit.TenantId, token);
        return await Begun(unit, new Key(unit.Id, asked, version)).WaitAsync(token);
    }

    // One that is still read is shared however long it takes.
    private Task<Outcome<UnitDay>> Begun(BusinessUnit unit, Key key)
    {
        lock (_lock)
        {
            foreach (var (old, day) in _days)
            {
                if (day.Reading.IsCompleted
                    && (time.GetElapsedTime(day.At) >= Keep || !day.Reading.IsCompletedSuccessfully))
                {
                    _days.Remove(old);
                }
            }

            if (!_days.TryGetValue(key, out var found))
            {
                found = (reading.ReadAsync(unit, key.Asked, CancellationToken.None), time.GetTimestamp());
                _days.Add(key, found);
            }

            return found.Reading;
        }
    }

    private readonly record struct Key(BusinessUnitId Unit, DayAsk Asked, string Version);
}
