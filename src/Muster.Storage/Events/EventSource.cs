using Muster.Domain.Organization;
using Npgsql;

namespace Muster.Storage.Events;

/// <summary>Where events come from: a telephone system, or whatever else tells of agents' states.</summary>
public sealed record EventSource
{
    internal const string Columns = """
        id, number, tenant_id, name, switch_id, clock_offset_ms, run, last_position, heard_at, events, statistics,
        duplicates, quarantined, dropped, version, created_at
        """;

    public required Guid Id { get; init; }

    /// <summary>What stands in the log; given when it is made.</summary>
    public int Number { get; init; }

    public required TenantId Tenant { get; init; }

    public required string Name { get; init; }

    /// <summary>Where its logins are of, when a line does not say; null: any switch of the tenant.</summary>
    public SwitchId? Switch { get; init; }

    /// <summary>Added to the times it tells.</summary>
    public long ClockOffsetMs { get; init; }

    /// <summary>Positions are counted anew in each run; the first is 1.</summary>
    public int Run { get; init; } = 1;

    /// <summary>The highest position of this run that was taken in, or quarantined; 0 before the first.</summary>
    public long LastPosition { get; init; }

    public DateTimeOffset? HeardAt { get; init; }

    public long Events { get; init; }

    public long Statistics { get; init; }

    public long Duplicates { get; init; }

    /// <summary>Lines that ever went into the quarantine.</summary>
    public long Quarantined { get; init; }

    /// <summary>Lines that could not be used, and were not kept because the quarantine was full.</summary>
    public long Dropped { get; init; }

    /// <summary>Of what people set: name, switch, clock offset, run.</summary>
    public long Version { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    internal static EventSource Map(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Number = row.GetInt32(1),
        Tenant = new TenantId(row.GetGuid(2)),
        Name = row.GetString(3),
        Switch = row.Uuid(4) is { } id ? new SwitchId(id) : null,
        ClockOffsetMs = row.GetInt64(5),
        Run = row.GetInt32(6),
        LastPosition = row.GetInt64(7),
        HeardAt = row.MaybeTime(8),
        Events = row.GetInt64(9),
        Statistics = row.GetInt64(10),
        Duplicates = row.GetInt64(11),
        Quarantined = row.GetInt64(12),
        Dropped = row.GetInt64(13),
        Version = row.GetInt64(14),
        CreatedAt = row.Time(15),
    };
}
