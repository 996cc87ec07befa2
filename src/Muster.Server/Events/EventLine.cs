using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>A line as a source sent it, and what became of it. Handed on from task to task, never shared.</summary>
public sealed class EventLine(ReadOnlyMemory<byte> raw, long number)
{
    /// <summary>As it came; valid until its block is done with.</summary>
    public ReadOnlyMemory<byte> Raw { get; } = raw;

    /// <summary>Of the request; the first is 1.</summary>
    public long Number { get; } = number;

    public long? Position { get; set; }

    /// <summary>When it happened, or when the interval begins, by the source's clock.</summary>
    public DateTime At { get; set; }

    public string? Agent { get; set; }

    public string? Login { get; set; }

    public string? Switch { get; set; }

    public string State { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>Null for a state event.</summary>
    public StatisticLine? Statistic { get; set; }

    /// <summary>A hash of what it says.</summary>
    public long Content { get; set; }

    /// <summary>What is wrong with the line itself, whatever else is known.</summary>
    public LineFault? Malformed { get; set; }

    /// <summary>Of a line from the quarantine, the run it is replayed in; null: the source's current one.</summary>
    public int? Run { get; set; }

    /// <summary>Of a line from the quarantine.</summary>
    public QuarantinedLine? Kept { get; set; }

    /// <summary>Why it cannot be used.</summary>
    public LineFault? Fault { get; set; }

    public LineVerdict Verdict { get; set; }

    /// <summary>By the right clock.</summary>
    public DateTime HappenedAt { get; set; }

    public Guid AgentId { get; set; }

    public int StateNumber { get; set; }
}
