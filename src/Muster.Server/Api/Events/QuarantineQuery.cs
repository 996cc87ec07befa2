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
    [property: FromQuery(Name = "line_id"), Description("Only these lines, at most 200.")] long[]? Lines)
{
    private const int MostLines = 200;

    public bool IsEmpty => Source is null && Kind is null && Named is null;

    // Without any in the query, an empty list comes.
    private long[]? Named => Lines is { Length: > 0 } lines ? lines : null;

    /// <returns>Not found when there is no such source.</returns>
    public async Task<Outcome<QuarantineFilter>> FilterAsync(EventSourceStore sources, CancellationToken token)
    {
        var kind = Kind is null ? null : EnumWord.Read<QuarantineKind>(Kind);
        if (Kind is not null && kind is null)
        {
            return new Refusal.Invalid("kind", $"must be one of {EnumWord.All<QuarantineKind>()}.");
        }

        if (Named is { Length: > MostLines })
        {
            return new Refusal.Invalid(
                "line_id", $"names {Named.Length} lines: at most {MostLines} at once.\nMaybe name their kind.");
        }

        if (Source is not { } id)
        {
            return new QuarantineFilter(null, kind, Named);
        }

        return await sources.FindAsync(id, token) is { } source
            ? new QuarantineFilter(source.Number, kind, Named)
            : new Refusal.NotFound("event source", id.ToString());
    }
}
