using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Adherence;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>Tries an event on rules.</summary>
internal static class RuleTrying
{
    // Events are of these years.
    private static readonly Instant First = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2100, 1, 1, 0, 0);

    public static Outcome<TriedView> Try(
        TryBody body, BusinessUnit unit, OrganizationSnapshot known, RuleList list)
    {
        if (Check(body, unit, known) is { } refusal)
        {
            return refusal;
        }

        var day = Instant.FromDateTimeOffset(body.At).InZone(unit.Zone).Date;
        var entry = body.Rules is null ? list.At(day) : null;
        var rules = body.Rules ?? entry?.Rules ?? AdherenceRules.None;
        var code = body.ActivityCodeId is { } id ? RuleChecks.Find(known, unit, id) : null;
        var trial = RuleTrial.Of(
            rules, new SourceState(body.Source, body.State, body.Reason),
            code is null ? null : new ActivityFacts(code.Id, code.Category, code.CountsAsWork));
        return new TriedView(
            day, body.Rules is not null || entry is not null, entry?.From, trial.Mapping?.CountsAs, trial.Mapping,
            trial.Verdict, trial.Impact, trial.Rule, trial.Terms);
    }

    private static Refusal? Check(TryBody body, BusinessUnit unit, OrganizationSnapshot known)
    {
        var at = Instant.FromDateTimeOffset(body.At);
        var checks = new FieldChecks()
            .Text("source", body.Source, 1, 200)
            .Text("state", body.State, 1, 200)
            .Text("reason", body.Reason, 1, 200)
            .That(at >= First && at < End, "at", "must be of the years 1970 to 2099.");
        if (body.ActivityCodeId is { } id && RuleChecks.Find(known, unit, id) is null)
        {
            checks.That(false, "activity_code_id", RuleChecks.WhyNot(id, unit));
        }

        foreach (var error in body.Rules?.Check() is Refusal.Invalid invalid ? invalid.Errors : [])
        {
            checks.That(false, $"rules.{error.Field}", error.Message);
        }

        return checks.Refusal;
    }
}
