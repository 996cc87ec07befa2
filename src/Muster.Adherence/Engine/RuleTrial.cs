using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;

namespace Muster.Adherence.Engine;

/// <summary>
/// What rules make of a state while something is scheduled, away from where that begins and ends: thresholds, approved
/// exceptions and late notices are not in it.
/// </summary>
/// <param name="Mapping">Which of the mappings says what the state counts as; null: none does.</param>
/// <param name="Terms">How the scheduled activity is judged, with nothing left open.</param>
/// <param name="Verdict">Null for a state that leaves the agent as before.</param>
/// <param name="Rule">Which rule made the verdict.</param>
public sealed record RuleTrial(
    StateMapping? Mapping, AdherenceTerms Terms, Verdict? Verdict, Impact Impact, VerdictRule? Rule)
{
    /// <param name="scheduled">Null: nothing is scheduled.</param>
    public static RuleTrial Of(AdherenceRules rules, SourceState state, ActivityFacts? scheduled)
    {
        var mapping = rules.MappingOf(state);
        var terms = scheduled is { } activity
            ? rules.TermsOf(activity.Category, activity.Id)
            : NothingScheduled(rules);
        if (mapping?.CountsAs == StateMeaning.Unchanged)
        {
            return new RuleTrial(mapping, terms, null, Impact.None, null);
        }

        var judged = Judge(mapping?.CountsAs, terms, scheduled);
        return new RuleTrial(mapping, terms, judged.Verdict, judged.Impact, judged.Rule);
    }

    private static AdherenceTerms NothingScheduled(AdherenceRules rules) => new()
    {
        Accepts = rules.Unscheduled(),
        StartEarlySeconds = 0,
        StartLateSeconds = 0,
        EndEarlySeconds = 0,
        EndLateSeconds = 0,
        Ignored = false,
    };

    // As the engine judges: the same piece, with nothing approved and nothing told too late.
    private static Judgement Judge(StateMeaning? actual, AdherenceTerms terms, ActivityFacts? scheduled)
    {
        var table = new ActivityTable();
        table.Apply(scheduled is { } facts ? [facts] : []);
        var code = scheduled is { } activity ? table.IndexOf(activity.Id) : Piece.None;
        var flags = table.FlagsOf(code) | (terms.Ignored == true ? PieceFlags.Ignored : PieceFlags.None);
        var piece = new Piece(
            0, CompiledTerms.Mask(terms.Accepts!), 0, code, 0, flags, Piece.None, Piece.None);
        return piece.Judge(actual is { } known ? (Actual)known : Actual.Unmapped);
    }
}
