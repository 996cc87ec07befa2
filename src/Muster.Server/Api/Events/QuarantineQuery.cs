using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;
using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>Which quarantined lines are meant.</summary>
public sealed record QuarantineQuery(
    [property: FromQuery(Name = "source_id"), Description("Only those of this source.")] Guid? Source,
    [property: FromQuery(Name = "kind"), Description("Only those with this kind of reason.")] string? Kind,
    [property: FromQuery(Name = "line_id"), Description("Only this one.")] long? Line)
{
    public bool IsEmpty => Source is null && Kind is null && Line is null;

    /// <returns>Not found when there is no such source.</returns>
    public async Task<Outcome<QuarantineFilter>> FilterAsync(EventSourceStore sources, CancellationToken token)
    {
        var kind = Kind is null ? null : EnumWord.Read<QuarantineKind>(Kind);
        if (Kind is not null && kind is null)
        {
            return new Refusal.Invalid("kind", $"must be one of {EnumWord.All<QuarantineKind>()}.");
        }

        if (Source is not { } id)
        {
            return new QuarantineFilter(null, kind, Line);
        }

        return await sources.FindAsync(id, token) is { } source
            ? new QuarantineFilter(source.Number, kind, Line)
            : new Refusal.NotFound("event source", id.ToString());
    }
}
