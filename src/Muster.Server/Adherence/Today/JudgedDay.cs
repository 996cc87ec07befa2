using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Domain.People;
using Muster.Storage.Adherence;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>An agent's day, judged.</summary>
public sealed record JudgedDay
{
    public required Agent Agent { get; init; }

    public required AdherenceUnit Unit { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>By the clock of the unit.</summary>
    public required Interval Range { get; init; }

    /// <summary>Up to here it is judged.</summary>
    public required Instant AsOf { get; init; }

    public required long ScheduleVersion { get; init; }

    /// <summary>All versions of the day and of those beside it.</summary>
    public required IReadOnlyList<ToldDay> Published { get; init; }

    /// <summary>In order; the first may be the one before the day, in which it begins.</summary>
    public required IReadOnlyList<LoggedEvent> Events { get; init; }

    /// <summary>What the log's numbers of states are.</summary>
    public required IReadOnlyDictionary<int, SourceState> EventStates { get; init; }

    /// <summary>What the numbers in the results are.</summary>
    public required StateTable States { get; init; }

    public required IReadOnlyList<ApprovalRow> Approvals { get; init; }

    public required IReadOnlyList<JudgedSpan> Spans { get; init; }

    public required IReadOnlyList<AdherenceException> Exceptions { get; init; }

    public required AdherenceTotals Totals { get; init; }
}
