using System.Text.Json;
using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Adherence.Tests.Rules;

/// <summary>Mapping and thresholds by themselves: what they say, what is refused, how they are written.</summary>
public sealed class AdherenceRulesTests
{
    private static readonly ActivityCodeId Calls = new(new Guid(1, 0, 0, new byte[8]));

    [Fact]
    public void A_state_with_its_reason_goes_before_the_state_alone()
    {
        var rules = new AdherenceRules
        {
            Mappings =
            [
                new StateMapping("acd", "Away", StateMeaning.Unavailable),
                new StateMapping("acd", "Away", StateMeaning.Meal, "Lunch"),
            ],
        };

        Assert.Equal(StateMeaning.Meal, rules.MeaningOf(new SourceState("acd", "Away", "Lunch")));
        Assert.Equal(StateMeaning.Unavailable, rules.MeaningOf(new SourceState("acd", "Away", "Else")));
        Assert.Equal(StateMeaning.Unavailable, rules.MeaningOf(new SourceState("acd", "Away", null)));
        Assert.Null(rules.MeaningOf(new SourceState("chat", "Away", "Lunch")));
    }

    [Fact]
    public void An_activity_takes_from_its_category_what_it_leaves_open()
    {
        var rules = new AdherenceRules
        {
            Categories =
            [
                new(ActivityCategory.OnQueue, new AdherenceTerms { StartLateSeconds = 60, EndEarlySeconds = 30 }),
            ],
            Activities = [new(Calls, new AdherenceTerms { StartLateSeconds = 5 })],
        };

        var terms = rules.TermsOf(ActivityCategory.OnQueue, Calls);

        Assert.Equal([5, 30, 0], (int?[])[terms.StartLateSeconds, terms.EndEarlySeconds, terms.EndLateSeconds]);
        Assert.Equal([StateMeaning.OnQueue], terms.Accepts!);
        Assert.False(terms.Ignored);
    }

    [Fact]
    public void What_is_wrong_is_told_field_by_field()
    {
        var rules = new AdherenceRules
        {
            Mappings =
            [
                new("acd", "", StateMeaning.Break), new("acd", "A", StateMeaning.Break),
                new("acd", "A", StateMeaning.Meal),
            ],
            Categories =
            [
                new(ActivityCategory.Meal, new AdherenceTerms
                {
                    StartLateSeconds = -1,
                    Accepts = [StateMeaning.Ignored],
                }),
            ],
            Activities = [new(Calls, new AdherenceTerms()), new(Calls, new AdherenceTerms())],
            AcceptsUnscheduled = [StateMeaning.Unchanged],
        };

        var refused = Assert.IsType<Refusal.Invalid>(rules.Check());

        Assert.Equal(
            [
                "mappings[0].state", "mappings[2]", "activities[1]", "categories[0].terms.start_late_seconds",
                "categories[0].terms.accepts", "accepts_unscheduled",
            ],
            refused.Errors.Select(error => error.Field));
        Assert.Null(Desk.Rules().Check());
    }

    [Fact]
    public void Rules_hold_from_a_day_on_until_the_next()
    {
        var (first, second) = (new AdherenceRules(), new AdherenceRules { AcceptsUnscheduled = [] });
        var day = new LocalDate(2026, 5, 1);
        var versions = RuleVersions.Empty.Set(day, second).Set(null, first);

        Assert.Same(first, versions.At(day.PlusDays(-1)));
        Assert.Same(second, versions.At(day));
        Assert.Same(first, versions.Remove(day).At(day));
        Assert.Same(AdherenceRules.None, RuleVersions.Empty.Set(day, second).At(day.PlusDays(-1)));
        Assert.Null(versions.Check());
        var doubled = new RuleVersions([.. versions.Entries, new DatedRules(day, first)]);
        Assert.Equal("entries[2].from", Assert.IsType<Refusal.Invalid>(doubled.Check()).Errors[0].Field);
    }

    [Fact]
    public void Rules_are_written_and_read_again()
    {
        var terms = new AdherenceTerms { StartEarlySeconds = 300, Accepts = [StateMeaning.OnQueue] };
        var rules = Desk.Rules(new CategoryRule(ActivityCategory.OnQueue, terms)) with
        {
            Activities = [new(Calls, new AdherenceTerms { Ignored = true })],
        };

        var text = RulesJson.Write(rules);

        Assert.Equal(text, RulesJson.Write(RulesJson.Read(text)));
        Assert.Contains(
            """{"source":"telephone","state":"Away","counts_as":"meal","reason":"Lunch"}""", text,
            StringComparison.Ordinal);
        Assert.Contains("\"start_early_seconds\":300", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"mapping":[]}""")]
    [InlineData("""{"mappings":[null]}""")]
    [InlineData("""{"mappings":null}""")]
    [InlineData("""{"mappings":[{"source":"a","state":"b"}]}""")]
    [InlineData("""{"mappings":[{"source":"a","state":"b","counts_as":"asleep"}]}""")]
    [InlineData("""{"categories":[{"category":"meal"}]}""")]
    [InlineData("[]")]
    public void What_somebody_sent_in_another_form_is_refused(string text)
    {
        using var sent = JsonDocument.Parse(text);

        Assert.ThrowsAny<JsonException>(() => RulesJson.Parse(sent.RootElement));
    }
}
