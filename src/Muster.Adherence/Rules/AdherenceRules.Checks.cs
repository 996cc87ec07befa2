using Muster.Domain.Outcomes;

namespace Muster.Adherence.Rules;

public sealed partial record AdherenceRules
{
    public const int MostMappings = 10_000;
    public const int MostActivities = 10_000;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public Refusal? Check()
    {
        var checks = new FieldChecks()
            .That(Mappings.Count <= MostMappings, "mappings", $"must be at most {MostMappings}.")
            .That(Activities.Count <= MostActivities, "activities", $"must be at most {MostActivities}.");
        CheckMappings(checks);
        CheckTwice(checks, "categories", Categories.Select(one => one.Category), Words);
        CheckTwice(checks, "activities", Activities.Select(one => one.ActivityCodeId), id => $"{id}");
        foreach (var (i, rule) in Categories.Index())
        {
            rule.Terms.Check($"categories[{i}].terms", checks);
        }

        foreach (var (i, rule) in Activities.Take(MostActivities).Index())
        {
            rule.Terms.Check($"activities[{i}].terms", checks);
        }

        return checks
            .That(AcceptsUnscheduled is null || AcceptsUnscheduled.All(one => one <= StateMeaning.LoggedOut),
                "accepts_unscheduled", "must be categories of activities or logged_out.")
            .Refusal;
    }

    private void CheckMappings(FieldChecks checks)
    {
        foreach (var (i, mapping) in Mappings.Take(MostMappings).Index())
        {
            checks.Text($"mappings[{i}].source", mapping.Source, 1, 200)
                .Text($"mappings[{i}].state", mapping.State, 1, 200)
                .Text($"mappings[{i}].reason", mapping.Reason, 1, 200);
        }

        CheckTwice(checks, "mappings", Mappings.Select(one => (one.Source, one.State, one.Reason)), one =>
            $"{one.State}{(one.Reason is null ? "" : $" with {one.Reason}")} of {one.Source}");
    }

    private static void CheckTwice<T>(FieldChecks checks, string field, IEnumerable<T> all, Func<T, string> words)
    {
        var seen = new HashSet<T>();
        foreach (var (i, one) in all.Index().Where(one => !seen.Add(one.Item)))
        {
            checks.That(false, $"{field}[{i}]", $"is there twice: {words(one)}.\nMaybe remove one of them.");
        }
    }

    private static string Words(Domain.Organization.ActivityCategory category) =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(category.ToString());
}
