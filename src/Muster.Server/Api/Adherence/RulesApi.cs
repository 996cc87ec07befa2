using Microsoft.AspNetCore.Mvc;
using Muster.Adherence.Rules;
using Muster.Domain.Identity;
using Muster.Server.Api.Access;

namespace Muster.Server.Api.Adherence;

/// <summary>The adherence rules of business units: what states count as, and thresholds.</summary>
public static class RulesApi
{
    private const int LargestBody = 4 * 1024 * 1024;

    public static void MapAdherenceRulesApi(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/adherence/rules/{unit:guid}").WithTags("Adherence");
        rules.MapGet("/", (HttpContext http, RuleEndpoint endpoint, Guid unit) => endpoint.ListAsync(http, unit))
            .RequiresSomewhere(Permissions.AdherenceView).Answers<RuleListView>()
            .Called("Reads the adherence rules of a business unit", "By the days from which they hold.");
        rules.MapPut("/entries/{day}",
                (HttpContext http, RuleEndpoint endpoint, Guid unit, string day, AdherenceRules body) =>
                    endpoint.SetAsync(http, unit, day, body))
            .RequiresSomewhere(Permissions.AdherenceRules).Answers<RuleListView>().NeedsVersion()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Called("Sets the rules from a day on",
                "Until the next entry begins. The day is a date, or always for since ever.");
        rules.MapDelete("/entries/{day}",
                (HttpContext http, RuleEndpoint endpoint, Guid unit, string day) =>
                    endpoint.RemoveAsync(http, unit, day))
            .RequiresSomewhere(Permissions.AdherenceRules).Answers<RuleListView>().NeedsVersion()
            .Called("Removes the entry of a day", "The rules before it hold on.");
        rules.MapGet("/history", (HttpContext http, RuleEndpoint endpoint, Guid unit,
                [AsParameters] HistoryPartQuery query) => endpoint.HistoryAsync(http, unit, query))
            .RequiresSomewhere(Permissions.AdherenceView).Answers<Page<RuleChangeView>>()
            .Called("Lists how the rules came to be", "The newest change first.");
        rules.MapGet("/history/{version:long}", (HttpContext http, RuleEndpoint endpoint, Guid unit, long version) =>
                endpoint.VersionAsync(http, unit, version))
            .RequiresSomewhere(Permissions.AdherenceView).Answers<RuleVersionView>()
            .Called("Reads the rules that a change set");
        rules.MapPost("/try", (HttpContext http, RuleEndpoint endpoint, Guid unit, TryBody body) =>
                endpoint.TryAsync(http, unit, body))
            .RequiresSomewhere(Permissions.AdherenceView).Answers<TriedView>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Called("Tries an event on the rules", "Nothing is saved.");
    }
}
