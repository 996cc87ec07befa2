using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Which of the conflicts of a draft.</summary>
public sealed record DifferencesQuery(
    [property: FromQuery(Name = "cursor"), Description("next_cursor of the answer before.")] string? Cursor = null,
    [property: FromQuery(Name = "limit"), Description("How many conflicts: 1 to 1,000; 1,000 when absent.")]
    int? Limit = null)
{
    public Outcome<Divergence> Empty()
    {
        var place = DayCursor.Read(Cursor);
        var limit = new FieldChecks().Range("limit", Limit, 1, Divergence.MostKept);
        return (limit.Refusal ?? place.Refused) is { } wrong
            ? wrong
            : new Divergence(place.Value, Limit ?? Divergence.MostKept);
    }
}
