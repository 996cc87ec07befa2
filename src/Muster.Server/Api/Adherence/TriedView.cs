using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>What rules make of an event.</summary>
/// <param name="Day">That the event is of, by the business unit's clock.</param>
/// <param name="HasEntry">Whether rules were set for that day, or given.</param>
/// <param name="From">The day from which the entry holds; null: since ever, or none holds, or rules were given.</param>
/// <param name="CountsAs">Null: nothing says so, and the verdict is unknown.</param>
/// <param name="Mapping">Which mapping says what the state counts as.</param>
/// <param name="Verdict">Away from where the activity begins and ends; null where the agent goes on as before.</param>
/// <param name="Rule">Which rule makes the verdict.</param>
/// <param name="Terms">How the scheduled activity is judged: all of it, whoever says so.</param>
public sealed record TriedView(
    LocalDate Day, bool HasEntry, LocalDate? From, StateMeaning? CountsAs, StateMapping? Mapping, Verdict? Verdict,
    Impact Impact, VerdictRule? Rule, AdherenceTerms Terms);
