using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Adherence.Results;

/// <summary>Time of an agent in which nothing changes, <c>[start, end)</c>, in whole seconds.</summary>
/// <param name="Scheduled">What is scheduled; null: nothing.</param>
/// <param name="State">The number of the source's state; null: never heard of.</param>
/// <param name="ScheduleVersion">Of the day's schedule that was judged by; 0: none.</param>
public sealed record JudgedSpan(
    Instant Start, Instant End, Verdict Verdict, Impact Impact, VerdictRule Rule, ActivityCodeId? Scheduled,
    Actual Actual, int? State, long ScheduleVersion);
