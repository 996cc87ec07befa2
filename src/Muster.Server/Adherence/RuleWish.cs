using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Adherence;

/// <summary>Which entry of a unit's rules somebody wants to change.</summary>
/// <param name="From">Null: that which holds since ever.</param>
/// <param name="ExpectedVersion">Of the unit's rules as the caller knows them.</param>
public readonly record struct RuleWish(BusinessUnit Unit, LocalDate? From, long ExpectedVersion);
