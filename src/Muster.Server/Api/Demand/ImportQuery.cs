using Microsoft.AspNetCore.Mvc;
using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>How a file of history is to be read. What is absent is found out.</summary>
/// <param name="Queue">The queue of rows that name none.</param>
/// <param name="Minutes">Length of the intervals.</param>
/// <param name="Preview">True: nothing is written.</param>
/// <param name="FileName">For messages.</param>
public sealed record ImportQuery(
    [property: FromQuery(Name = "business_unit_id")] Guid BusinessUnitId,
    [property: FromQuery(Name = "queue")] string? Queue = null,
    [property: FromQuery(Name = "minutes")] int? Minutes = null,
    [property: FromQuery(Name = "preview")] bool? Preview = null,
    [property: FromQuery(Name = "file_name")] string? FileName = null)
{
    public HistoryFileOptions Options => new() { Name = FileName ?? "history.csv", Queue = Queue };
}
