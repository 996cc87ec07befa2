using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>A change of a business unit's adherence rules: those that hold from a day on.</summary>
/// <param name="Version">Of all rules of the unit; every change counts it up by one.</param>
/// <param name="From">Null: since ever.</param>
/// <param name="Rules">As JSON; null: the entry of that day was taken away.</param>
public sealed record RuleRow(
    BusinessUnitId Unit, long Version, LocalDate? From, string? Rules, string Author, DateTimeOffset At);
